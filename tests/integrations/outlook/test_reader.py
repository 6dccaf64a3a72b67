"""Outlook's CSV in the languages and code pages it is written in."""

import pytest

from halfhour.integrations.contacts import FileKind
from halfhour.integrations.contacts_files import read_contacts

# language, code page, delimiter, headings: given, family, organisation, title, mobile, e-mail
LANGUAGES = [
    ("czech", "cp1250", ";", "Jméno;Příjmení;Společnost;Funkce;Mobilní telefon;E-mailová adresa", "Žofie;Dvořáková;Řízek s.r.o.;Vedoucí"),
    ("hungarian", "cp1250", ";", "Utónév;Vezetéknév;Cég;Beosztás;Mobiltelefon;E-mail cím", "Ágnes;Szőke;Őrház Kft.;Főnök"),
    ("russian", "cp1251", ",", "Имя,Фамилия,Организация,Должность,Телефон переносной,Адрес эл. почты", "Юлия,Щукина,ООО Ёлка,Менеджер"),
    ("ukrainian", "cp1251", ",", "Ім'я,Прізвище,Компанія,Посада,Мобільний телефон,Адреса електронної пошти", "Їжак,Ґалаґан,Фірма,Інженер"),
    ("greek", "cp1253", ";", "Όνομα;Επώνυμο;Εταιρεία;Τίτλος εργασίας;Κινητό τηλέφωνο;Διεύθυνση ηλεκτρονικού ταχυδρομείου", "Ελένη;Παππά;Ώρα ΑΕ;Μηχανικός"),
    ("turkish", "cp1254", ";", "Ad;Soyadı;Şirket;İş Unvanı;Cep Telefonu;E-posta Adresi", "Gülşen;Işık;Çağ A.Ş.;Müdür"),
    ("japanese", "cp932", ",", "名,姓,会社名,役職,携帯電話,電子メール アドレス", "花子,山田,試験株式会社,部長"),
    ("korean", "cp949", ",", "이름,성,회사,직함,휴대폰,전자 메일 주소", "민수,김,시험회사,부장"),
    ("chinese", "gb18030", ",", "名,姓,公司,职务,移动电话,电子邮件地址", "小明,王,测试公司,工程师"),
    ("italian", "cp1252", ",", "Nome,Cognome,Società,Posizione,Cellulare,Indirizzo posta elettronica", "Niccolò,Però,Città Srl,Ingegnere"),
    ("dutch", "cp1252", ",", "Voornaam,Achternaam,Bedrijf,Functie,Mobiele telefoon,E-mailadres", "Zoë,Van Dijk,Café BV,Bakker"),
    ("portuguese", "cp1252", ",", "Nome,Sobrenome,Empresa,Cargo,Telefone celular,Endereço de email", "João,Gonçalves,Ação Lda,Gestão"),
    ("swedish", "cp1252", ",", "Förnamn,Efternamn,Företag,Befattning,Mobiltelefon,E-postadress", "Åsa,Öberg,Ärende AB,Chef"),
    ("finnish", "cp1252", ",", "Etunimi,Sukunimi,Yritys,Tehtävänimike,Matkapuhelin,Sähköpostiosoite", "Päivi,Mäkelä,Yritys Öy,Johtaja"),
    ("romanian", "cp1250", ",", "Prenume,Nume,Companie,Funcţie,Telefon mobil,Adresă de e-mail", "Ioana,Pătraşcu,Ţara SRL,Şef"),
    ("hebrew", "cp1255", ",", "שם פרטי,שם משפחה,חברה,תפקיד,טלפון נייד,כתובת דואר אלקטרוני", "נועה,לוי,חברה בעמ,מהנדסת"),
    ("arabic", "cp1256", ",", "الاسم الأول,اسم العائلة,الشركة,المسمى الوظيفي,الهاتف المحمول,عنوان البريد الإلكتروني", "سارة,حسن,شركة,مهندسة"),
    ("lithuanian", "cp1257", ",", "Vardas,Pavardė,Įmonė,Pareigos,Mobilusis telefonas,El. pašto adresas", "Rūta,Žukaitė,Šaltis UAB,Vadovė"),
]  # fmt: skip


@pytest.mark.parametrize("as_utf8", [False, True], ids=["code page", "utf-8"])
@pytest.mark.parametrize(
    ("language", "page", "delimiter", "heading", "values"), LANGUAGES, ids=[x[0] for x in LANGUAGES]
)
def test_languages(
    language: str, page: str, delimiter: str, heading: str, values: str, as_utf8: bool
) -> None:
    text = f"{heading}\r\n{values}{delimiter}+49 555 0100{delimiter}z@example.com\r\n"
    [row] = read_contacts("x.csv", text.encode("utf-8-sig" if as_utf8 else page)).rows
    given, family, organisation, title = values.split(delimiter)
    assert (row.given, row.family, row.organisation, row.title) == (given, family, organisation, title)
    assert (row.phones, row.emails) == (("+49 555 0100",), ("z@example.com",))


ENGLISH = (
    "Title,First Name,Middle Name,Last Name,Suffix,Company,Department,Job Title,Business Street,Business City,Business State,"
    "Business Postal Code,Business Country/Region,Home City,Business Fax,Business Phone,Business Phone 2,Home Phone,Mobile Phone,"
    "Anniversary,Birthday,Categories,E-mail Address,E-mail Type,E-mail Display Name,E-mail 2 Address,Notes,Web Page\r\n"
)


def test_english_in_full() -> None:
    row_text = 'Dr.,Ada,King,Byron,,"Engines, Ltd.",Research,Analyst,1 Mill Lane,Leeds,,LS1,UK,York,555 9,555 1,555 2345,,555 3456,,,Friends,ada@x.org,SMTP,Ada,ada2@x.org,"two\r\nlines",http://x.org\r\n'
    found = read_contacts("contacts.csv", (ENGLISH + row_text).encode())
    [row] = found.rows
    assert found.kind is FileKind.OUTLOOK
    assert (row.prefix, row.given, row.middle, row.family, row.name) == (
        "Dr.",
        "Ada",
        "King",
        "Byron",
        "Ada King Byron",
    )
    assert (row.organisation, row.department, row.title) == ("Engines, Ltd.", "Research", "Analyst")
    assert (row.emails, row.phones) == (("ada@x.org", "ada2@x.org"), ("555 1", "555 2345", "555 3456"))
    assert (row.address, row.url) == ("1 Mill Lane, Leeds, LS1, UK", "http://x.org")
    assert row.note.splitlines() == ["two", "lines"]
    assert row.extra == (("Categories", "Friends"),)
