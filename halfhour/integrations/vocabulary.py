"""What the headings of contact lists are called, in the languages people export in.

A heading is folded (case, accents and punctuation gone) before it is looked up. Two kinds of word need their neighbours
to be understood and have fields of their own here: "Name" beside "Vorname" is the family name, "Nombre" beside
"Apellidos" the given one; "Title" beside "Job Title" is "Dr.". `columns.resolve` settles those.
"""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Field(StrEnum):
    GIVEN = "given"
    MIDDLE = "middle"
    FAMILY = "family"
    NAME = "name"
    BARE_NAME = "bare name"
    NICKNAME = "nickname"
    PREFIX = "prefix"
    SUFFIX = "suffix"
    EMAIL = "email"
    PHONE = "phone"
    ORGANISATION = "organisation"
    DEPARTMENT = "department"
    TITLE = "title"
    BARE_TITLE = "bare title"
    URL = "url"
    CONNECTED_ON = "connected_on"
    NOTE = "note"
    ADDRESS = "address"
    STREET = "street"
    CITY = "city"
    REGION = "region"
    POSTCODE = "postcode"
    COUNTRY = "country"
    SCHOOL = "school"
    GRAD_YEAR = "grad_year"
    DO_NOT_CONTACT = "do_not_contact"
    EXTRA = "extra"
    IGNORE = "ignore"


# What a seeker may choose on the mapping page, in this order; the words are for the page.
CHOICES: tuple[tuple[Field, str], ...] = (
    (Field.NAME, "Whole name"),
    (Field.GIVEN, "Given name"),
    (Field.MIDDLE, "Middle name"),
    (Field.FAMILY, "Family name"),
    (Field.NICKNAME, "Called"),
    (Field.EMAIL, "E-mail"),
    (Field.PHONE, "Telephone"),
    (Field.ORGANISATION, "Organisation"),
    (Field.DEPARTMENT, "Department"),
    (Field.TITLE, "Job title"),
    (Field.URL, "Web page"),
    (Field.CONNECTED_ON, "Connected on"),
    (Field.SCHOOL, "School"),
    (Field.GRAD_YEAR, "Year of graduation"),
    (Field.ADDRESS, "Address or place"),
    (Field.NOTE, "Note"),
    (Field.DO_NOT_CONTACT, "Do not contact"),
    (Field.EXTRA, "Keep as it is"),
    (Field.IGNORE, "Leave out"),
)

_LETTERS = str.maketrans({"ß": "ss", "ł": "l", "ø": "o", "đ": "d", "æ": "ae", "œ": "oe", "ı": "i", "ё": "е"})


def fold(heading: str) -> str:
    """A heading without case, accents, direction marks and punctuation; words parted by one blank."""
    flat = unicodedata.normalize("NFKD", heading.casefold().translate(_LETTERS))
    kept = "".join(c if c.isalnum() else " " for c in flat if not unicodedata.combining(c))
    return " ".join(kept.split())


_WORDS: dict[Field, str] = {
    Field.GIVEN: """first name; given name; given names; forename; fname; firstname; first; christian name; legal first name;
        preferred first name; student first name; contact first name; vorname; vornamen; prénom; prénoms; primer nombre; nombre de pila; nombres;
        primeiro nome; nome próprio; voornaam; roepnaam; förnamn; tilltalsnamn; fornavn; etunimi; imię; imiona; křestní jméno;
        krstné meno; keresztnév; utónév; prenume; ad; adı; i̇sim; имя; ім'я; ime; όνομα; nama depan; tên; שם פרטי;
        الاسم الأول; الاسم الاول; 名; 名字; ファーストネーム; メイ; 이름; eesnimi; vārds; vardas; nom propre; 下の名前""",
    Field.FAMILY: """last name; family name; surname; lname; lastname; last; legal last name; student last name; contact last name;
        nachname; familienname; zuname; nom de famille; nom de naissance; apellido; apellidos; primer apellido; sobrenome; apelido; apelidos;
        último nome; cognome; cognomi; achternaam; familienaam; efternamn; efternavn; etternavn; sukunimi; nazwisko; nazwiska;
        příjmení; priezvisko; vezetéknév; családnév; nume de familie; soyad; soyadı; soyisim; фамилия; прізвище; prezime; priimek;
        επώνυμο; επίθετο; nama belakang; họ; שם משפחה; اسم العائلة; الاسم الأخير; 姓; 姓氏; 성; perekonnanimi;
        uzvārds; pavardė; cognoms; ラストネーム; 名字 姓""",
    Field.MIDDLE: """middle name; middelste naam; tussenvoegsel; middle names; middle initial; middle; mi; additional name; additional names; second name; second given name;
        weitere vornamen; zweiter vorname; 2 vorname; mittelname; deuxième prénom; second prénom; autres prénoms; segundo nombre;
        nome do meio; segundo nome; secondo nome; tweede voornaam; tussenvoegsel; mellannamn; mellemnavn; mellomnavn; drugie imię;
        druhé jméno; prostřední jméno; второе имя; отчество; ikinci ad; 中間名; 中间名; ミドルネーム; 중간 이름; toinen nimi""",
    Field.NAME: """full name; fullname; last first; first last; last name first name; first name last name; surname first name; family name given name; given name family name; first and last name; last name and first name; nachname vorname; vorname nachname; name vorname; vor und nachname; nom prénom; prénom nom; nom et prénom; prénom et nom; apellidos nombre; nombre apellidos; cognome nome; nome cognome; nome e cognome; nome e sobrenome; achternaam voornaam; display name; displayname; contact name; complete name; formatted name; file as; person; student name; alumni name; alumnus; alumna;
        member name; employee name; mentor name; volunteer name; name of person; names; contact; vollständiger name; anzeigename; vor und nachname; vorname und nachname; kontaktname;
        nom complet; nom à afficher; nom affiché; nom et prénom; prénom et nom; nombre completo; nombre en pantalla; nombre para mostrar; nombre y apellidos; nombre y apellido;
        nome completo; nome de exibição; nome para exibição; nome visualizzato; nome e cognome; cognome e nome; volledige naam; weergavenaam; schermnaam;
        visningsnamn; fullständigt namn; fullt navn; fulde navn; visningsnavn; koko nimi; näyttönimi; imię i nazwisko; nazwisko i imię; pełna nazwa; nazwa wyświetlana; wyświetlana nazwa;
        celé jméno; jméno a příjmení; zobrazované jméno; nume complet; ad soyad; adı soyadı; tam ad; görünen ad; фио; полное имя; отображаемое имя; имя и фамилия;
        顯示名稱; 显示名称; 全名; 姓名; 氏名; 表示名; フルネーム; お名前; 성명; 성함; 표시 이름; nama lengkap; 전체 이름""",
    Field.BARE_NAME: """name; nom; nombre; nome; naam; namn; navn; nimi; jméno; meno; név; nume; nazwa; i̇sim soyisim; isim; nama; 名前; 名称; 名稱""",
    Field.NICKNAME: """nickname; nick name; preferred name; goes by; known as; called; spitzname; rufname; surnom; pseudo; apodo; sobrenombre; apelido carinhoso; alcunha;
        soprannome; bijnaam; smeknamn; kaldenavn; kallenavn; lempinimi; przydomek; pseudonim; přezdívka; takma ad; прозвище; псевдоним; 暱稱; 昵称; ニックネーム; 닉네임; 별명""",
    Field.PREFIX: """name prefix; prefix; honorific; honorific prefix; salutation; courtesy title; personal title; mr mrs; anrede; namenspräfix; namenszusatz vorne; civilité; préfixe; tratamiento; prefijo;
        tratamento; pronome de tratamento; prefisso; appellativo; aanhef; voorvoegsel; titulatuur; prefix namn; tytuł grzecznościowy; oslovení; обращение; 敬称; 称谓; 稱謂; 호칭""",
    Field.SUFFIX: """name suffix; suffix; generation; honorific suffix; credentials; post nominals; namenssuffix; suffixe; sufijo; sufixo; suffisso; achtervoegsel; sufiks; přípona; суффикс; 後綴; 后缀; 接尾辞""",
    Field.EMAIL: """email; e mail; mail; email address; e mail address; mail address; emails; email addresses; primary email; secondary email; primary email address; secondary email address;
        email 1; email 2; email 3; e mail 1; e mail 2; e mail 3; email1; email2; email3; email address 1; email address 2; email address 3; e mail 2 address; e mail 3 address; email 2 address; email 3 address; email home; email work; email other; home email; work email;
        personal email; preferred email; alternate email; alternative email; school email; student email; university email; alumni email; business email; company email; contact email; other email; additional email;
        e mail adresse; email adresse; e mail adressen; mailadresse; e mail 2 adresse; e mail 3 adresse; primäre e mail adresse; sekundäre e mail adresse; weitere e mail adresse; e mail privat; e mail geschäftlich; private e mail; geschäftliche e mail;
        adresse e mail; adresse email; adresse mail; adresse courriel; courriel; mél; adresse de messagerie; adresse de messagerie 2; adresse de messagerie 3; adresse électronique; adresse électronique principale; adresse électronique secondaire; adresse e mail 2; adresse e mail 3; adresse e mail principale; adresse e mail secondaire; messagerie; adresse de courriel;
        correo; correo electrónico; dirección de correo electrónico; dirección de correo; dirección de correo electrónico 2; dirección de correo electrónico 3; dirección del correo electrónico; dirección del correo electrónico 2; dirección del correo electrónico 3; correo electrónico 2; correo electrónico 3; email principal; dirección de correo electrónico principal; dirección de correo electrónico secundaria; correo principal; correo secundario; dirección email;
        endereço de e mail; endereço de email; endereço de correio eletrónico; endereço de correio eletrônico; correio eletrónico; correio eletrônico; e mail principal; e mail secundário; endereço de e mail 2; endereço de e mail 3; endereço de correio electrónico; endereço de correio electrónico 2; endereço de correio electrónico 3; e mail alternativo;
        indirizzo email; indirizzo e mail; indirizzo di posta elettronica; posta elettronica; indirizzo posta elettronica; indirizzo posta elettronica 2; indirizzo posta elettronica 3; indirizzo di posta elettronica 2; indirizzo di posta elettronica 3; email principale; email secondaria; indirizzo e mail 2; indirizzo e mail 3; indirizzo email principale; indirizzo email secondario;
        e mailadres; emailadres; mailadres; e mailadres 2; e mailadres 3; primair e mailadres; secundair e mailadres; e mail 2 adres; e mail 3 adres; e mail adres; e mail adres 2; e mail adres 3;
        e post; e postadress; epost; epostadress; e postadress 2; e postadress 3; primär e postadress; sekundär e postadress; mejl; mejladress; e post adress; e post 2 adress; e post 3 adress; e postadresse; epostadresse; e postadresse 2; e postadresse 3; e mail 2; primær e mail; mailadresse 2; sähköposti; sähköpostiosoite; sähköpostiosoite 2; sähköpostiosoite 3;
        adres e mail; adres email; adres poczty elektronicznej; adres e mail 2; adres e mail 3; adres e mail 2 adres; poczta; poczta elektroniczna; podstawowy adres e mail; dodatkowy adres e mail; adres poczty e mail; e mailová adresa; emailová adresa; e mailová adresa 2; e mailová adresa 3; e mailova adresa; e mail cím; email cím; adresă de e mail; adresă e mail; adresa de e mail; e posta; e posta adresi; eposta; e posta 2 adresi; e posta 3 adresi; e posta adresi 2;
        адрес электронной почты; адрес эл почты; электронная почта; эл почта; почта; адрес электронной почты 2; адрес 2 эл почты; адрес 3 эл почты; эл адрес; адреса електронної пошти; електронна пошта; ηλεκτρονικό ταχυδρομείο; διεύθυνση ηλεκτρονικού ταχυδρομείου; alamat email; surel; דואר אלקטרוני; البريد الإلكتروني; عنوان البريد الإلكتروني; البريد الالكتروني;
        電子郵件; 電子郵件地址; 電子郵件 2 地址; 電子郵件 3 地址; 電郵; 電郵地址; 主要 email; 次要 email; 电子邮件; 电子邮件地址; 电子邮件 2 地址; 电子邮件 3 地址; 邮箱; 邮箱地址; 电邮; 主要电子邮件; メール; メールアドレス; 電子メール; 電子メール アドレス; 電子メールアドレス; 電子メール 2 アドレス; 電子メール 3 アドレス; eメール; e メール; メールアドレス2; 別のメールアドレス; 이메일; 이메일 주소; 전자 메일; 전자 메일 주소; 전자 메일 2 주소; 전자 메일 3 주소; 전자메일 주소; 메일; correu electrònic; adreça electrònica""",
    Field.PHONE: """phone; phones; phone number; phone numbers; telephone; telephone number; tel; tel no; mobile; mobile phone; mobile number; cell; cell phone; cellphone; cell number; phone 1; phone 2; phone 3; phone1; phone2; primary phone; preferred phone; home phone; home phone 2; work phone; office phone; business phone; business phone 2; business telephone; company main phone; other phone; main phone; car phone; home mobile; work mobile; radio phone; assistant s phone no; direct line; landline; daytime phone; contact number; whatsapp; mobile 1; phone home; phone work; phone mobile; phone other;
        telefon; telefonnummer; telefon geschäftlich; telefon geschäftlich 2; telefon firma; telefon privat; telefon privat 2; mobiltelefon; mobil; mobilnummer; handy; handynummer; mobil tel nr; haupttelefon; weiteres telefon; autotelefon; tel dienstlich; tel privat; festnetz; rufnummer; natel; telefon 2; diensttelefon; mobiltelefon 2;
        téléphone; téléphone bureau; téléphone 2 bureau; téléphone domicile; téléphone 2 domicile; téléphone autre; téléphone principal; téléphone voiture; téléphone société; tél mobile; tél; tél professionnel; tél personnel; téléphone portable; téléphone mobile; portable; numéro de téléphone; numéro; mobile professionnel; téléphone bureau 2; téléphone domicile 2; téléphone travail; téléphone professionnel; téléphone personnel; téléphone fixe; tel portable; tel fixe;
        teléfono; teléfonos; teléfono del trabajo; teléfono trabajo; teléfono del trabajo 2; teléfono móvil; teléfono celular; móvil; celular; teléfono particular; teléfono particular 2; particular; otro teléfono; teléfono principal; número de teléfono; teléfono casa; teléfono del domicilio; teléfono de casa; teléfono oficina; teléfono del automóvil; número de móvil;
        telefone; telefone comercial; telefone comercial 2; telefone residencial; telefone residencial 2; telefone celular; telemóvel; outro telefone; telefone principal; telefone do emprego; telefone de casa; telefone do carro; número de telefone; telefone empresarial; telefone empresa; telefone móvel; número de celular; telefone trabalho; telefone profissional; telefone pessoal;
        telefono; telefono ufficio; ufficio 2; telefono ufficio 2; telefono abitazione; abitazione; abitazione 2; abitazione 1; ufficio; ufficio 1; cellulare; telefono cellulare; altro telefono; telefono principale; numero di telefono; numero di cellulare; tel ufficio; telefono casa; telefono lavoro; telefono auto; telefono principale società;
        telefoon; telefoonnummer; telefoon werk; telefoon op werk; telefoon op werk 2; telefoon werk 2; telefoon thuis; telefoon thuis 2; mobiele telefoon; mobiel; mobiel nummer; gsm; gsm nummer; andere telefoon; hoofdtelefoon; autotelefoon; telefoon overig; zakelijke telefoon; telefoon privé; vast nummer; telefoon mobiel;
        telefonnummer arbete; telefon arbete; telefon arbete 2; telefon arbetet; telefon hem; telefon hem 2; telefon hemmet; mobiltelefon hem; annan telefon; telefon annan; huvudtelefon; mobilnr; biltelefon; telefon bostad; telefon arbejde; telefon hjem; arbejdstelefon; privattelefon; telefon jobb; telefon privat; hjemmetelefon; jobbtelefon; telefon andet; puhelin; puhelinnumero; matkapuhelin; työpuhelin; kotipuhelin; puhelin työ; puhelin koti; matkapuhelinnumero;
        telefon komórkowy; komórka; telefon służbowy; telefon służbowy 2; telefon domowy; telefon domowy 2; telefon główny; inny telefon; numer telefonu; tel komórkowy; telefon biuro; telefon prywatny; telefon asystenta x; telefon do pracy; telefon do domu; telefon stacjonarny; telefonní číslo; telefon do zaměstnání; mobilní telefon; mobilni telefon; telefon domů; telefon zaměstnání; telefonszám; mobil telefon; cep telefonu; cep; i̇ş telefonu; iş telefonu; ev telefonu; telefon numarası; număr de telefon; telefon mobil; telefon serviciu; telefon acasă;
        телефон; мобильный; мобильный телефон; рабочий телефон; домашний телефон; номер телефона; телефон рабочий; телефон дом; телефон переносной; основной телефон; другой телефон; тел; телефон раб; мобільний телефон; робочий телефон; номер телефону; τηλέφωνο; κινητό; nomor telepon; telepon; ponsel; טלפון; الهاتف; رقم الهاتف; الجوال; هاتف;
        電話; 電話號碼; 行動電話; 商務電話; 商務電話 2; 住家電話; 住家電話 2; 其他電話; 代表電話; 手機; 手機號碼; 汽車電話; 公司代表線; 电话; 电话号码; 手机; 手机号; 手机号码; 移动电话; 商务电话; 商务电话 2; 住宅电话; 住宅电话 2; 其他电话; 单位主要电话; 主要电话; 電話番号; 携帯電話; 携帯; 会社電話; 会社電話 2; 自宅電話; 自宅電話番号; 自宅電話 2; 会社電話番号; 携帯電話番号; その他の電話; 勤務先電話; 勤務先電話番号; 전화; 전화번호; 전화 번호; 휴대폰; 휴대전화; 휴대 전화; 휴대폰 번호; 회사 전화; 근무처 전화; 집 전화; 집 전화 번호; 직장 전화; 기타 전화; telèfon; mòbil""",
    Field.ORGANISATION: """company; company name; organization; organisation; organization name; organisation name; employer; employer name; current employer; current company; firm; workplace; work company; institution; affiliation; business; business name; agency; place of work; account name; companies;
        firma; firmenname; unternehmen; organisationseinheit; arbeitgeber; betrieb; société; entreprise; organisme; employeur; organisation actuelle; raison sociale; empresa; compañía; organización; empleador; empresa actual; institución; companhia; organização; empregador; entidade; azienda; società; ditta; organizzazione; datore di lavoro; impresa; ente;
        bedrijf; bedrijfsnaam; organisatie; werkgever; företag; arbetsgivare; företagsnamn; organisationsnamn; virksomhed; arbejdsgiver; bedrift; arbeidsgiver; selskap; yritys; työnantaja; organisaatio; przedsiębiorstwo; pracodawca; organizacja; nazwa firmy; spółka; společnost; zaměstnavatel; organizace; spoločnosť; cég; cégnév; munkahely; vállalat; companie; organizație; angajator; şirket; şirket adı; kurum; kuruluş; i̇şveren; компания; организация; работодатель; место работы; фирма; компанія; організація; tvrtka; podjetje; εταιρεία; οργανισμός; perusahaan; organisasi; công ty; חברה; ארגון; الشركة; شركة; المؤسسة; جهة العمل;
        公司; 公司名稱; 公司名称; 單位; 单位; 組織; 组织; 機構; 機構名稱; 会社; 会社名; 勤務先; 所属; 組織名; 企業名; 회사; 회사명; 회사 이름; 직장; 근무처; 소속; 조직; ettevõte; uzņēmums; įmonė; org""",
    Field.DEPARTMENT: """department; dept; division; work dept; organization department; unit; team; abteilung; bereich; service; département; departamento; sección; reparto; dipartimento; afdeling; avdelning; afdeling 1; avdeling; osasto; dział; oddział; oddělení; departman; bölüm; отдел; подразделение; відділ; 部門; 部门; 部署; 部署名; 부서""",
    Field.TITLE: """job title; jobtitle; position; position title; role; job; occupation; current title; current position; current job title; current role; professional title; work title; organization title; designation; business title; job role; job position; function; headline; current job; profession; title position; jobs; career;
        stelle; berufsbezeichnung; beruf; funktion; tätigkeit; stellung; jobtitel; rolle; aktuelle position; berufliche position; poste; fonction; poste actuel; intitulé du poste; métier; emploi; rôle; qualité; titre du poste; titre professionnel; fonctions;
        puesto; cargo; puesto de trabajo; ocupación; profesión; rol; cargo actual; título del trabajo; função; profissão; ocupação; título do cargo; posto; cargo atual; qualifica; posizione; ruolo; professione; mansione; incarico; posizione lavorativa; titolo professionale; functie; functietitel; functienaam; beroep; functieomschrijving; befattning; yrke; yrkestitel; roll; arbetstitel; jobbtitel; stilling; stillingsbetegnelse; stillingstittel; erhverv; asema; tehtävä; tehtävänimike; ammatti; titteli; nimike; stanowisko; zawód; rola; funkcja; pozice; pracovní pozice; funkce; povolání; pracovní funkce; beosztás; munkakör; foglalkozás; funcție; funcția; post; ocupație; pozisyon; unvan; ünvan; i̇ş unvanı; görev; görevi; meslek; iş unvanı; должность; профессия; роль; позиция; посада; професія; položaj; θέση; θέση εργασίας; ιδιότητα; jabatan; posisi; pekerjaan; chức vụ; תפקיד; المسمى الوظيفي; الوظيفة; المنصب;
        職稱; 職位; 職務; 职位; 职务; 职称; 职业; 工作职务; 役職; 役職名; 職種; 職業; 肩書き; 肩書; 직책; 직위; 직함; 직업; 직급; càrrec; ocupació; amet""",
    Field.BARE_TITLE: """title; titel; titre; título; titolo; tytuł; titul; título pessoal; 頭銜; 头衔; タイトル; 제목; otsikko; tittel; titlu""",
    Field.URL: """url; urls; web page; webpage; website; web site; web; homepage; home page; personal web page; business web page; linkedin; linkedin url; linkedin profile; linkedin profile url; linkedin link; linkedin page; profile url; profile link; public profile url; profile; web page 1; web page 2; website 1; website home page; website profile; website work; website other; website blog;
        webseite; webseite 1; webseite 2; internetseite; profil; profil url; linkedin profil; page web; site web; site web 1; site web 2; site internet; page personnelle; profil linkedin; url du profil; lien linkedin; página web; página web 1; página web 2; sitio web; perfil; perfil de linkedin; url del perfil; enlace; página da web; página web pessoal; site; perfil do linkedin; url do perfil; pagina web; sito web; profilo; profilo linkedin; url profilo; webpagina; website url; webbplats; webbsida; hemsida; hjemmeside; nettside; verkkosivu; www sivu; strona sieci web; strona www; strona internetowa; osobista strona sieci web; osobista strona web; profil linkedin url; webová stránka; web sayfası; web sitesi; веб страница; сайт; ссылка; профиль; 網頁; 網頁 1; 網頁 2; 網站; 网页; 网站; 主页; web ページ; ウェブサイト; ホームページ; 홈페이지; 웹 페이지; 웹사이트; profile url linkedin""",
    Field.CONNECTED_ON: """connected on; connection date; connected; connected at; date connected; connected since; linkedin connected on; verbunden am; vernetzt am; vernetzt seit; verbunden seit; kontakt seit; in kontakt seit; kontaktdatum; verknüpft am;
        connexion établie le; connecté le; connectée le; date de connexion; en relation depuis; relation depuis; relation établie le; connecté depuis; mis en relation le; date de mise en relation; date d ajout;
        conectado el; fecha de conexión; conectado desde; contacto desde; conexión establecida el; conectados el; fecha de contacto; conectado em; data de conexão; data da conexão; conectado desde x; ligado em; ligação em; data de ligação; conexão em; conexão desde; conectou se em; collegato il; collegato dal; data di collegamento; data collegamento; collegamento dal; connesso il; data di connessione;
        verbonden op; connectie sinds; connectie op; gekoppeld op; verbonden sinds; connectiedatum; datum van connectie; kopplad; ansluten; ansluten den; kontakt sedan; anslöt; kontakt sedan den; datum för kontakt; kontaktdatum x; anslutningsdatum; forbundet; forbundet den; tilsluttet; forbindelse siden; kontakt siden; koblet til; tilknyttet; forbundet siden; tilkoblet; verkostoiduttu; yhdistetty; liitetty; kontakti alkaen; yhteys luotu; verkostossa alkaen;
        połączono; data połączenia; kontakt od; data nawiązania kontaktu; w kontakcie od; nawiązano kontakt; połączono w dniu; data nawiązania połączenia; kontakt nawiązano; spojeno; propojeno; propojeno dne; spojeno dne; ve spojení od; datum spojení; datum propojení; kapcsolódott; kapcsolat dátuma; ismerős óta; conectat la; conectat pe; conectat din; data conectării; bağlantı tarihi; bağlantı kurulma tarihi; bağlanma tarihi; bağlantı kuruldu; контакт с; дата установления контакта; в контакте с; дата контакта; дата добавления; дата подключения; установлен контакт; дата зв'язку; контакт від; terhubung pada; tanggal terhubung; terhubung sejak; تاريخ التواصل; تاريخ الاتصال; 
        つながった日; つながり日; つながった日付; つながり申請承認日; 接続日; つながりになった日; 连接时间; 建立联系日期; 加为好友时间; 结为人脉时间; 添加时间; 建立聯繫日期; 連結日期; 建立連結日期; 成為聯絡人日期; 1촌 맺은 날짜; 1촌 맺은 날; 연결 날짜; 1촌 연결일; 연결된 날짜; 1촌 연결 날짜""",
    Field.NOTE: """notes; note; comments; comment; remarks; remark; description; memo; info; notizen; notiz; bemerkung; bemerkungen; kommentar; anmerkungen; remarques; remarque; commentaire; commentaires; notas; nota; comentarios; comentario; observaciones; comentários; observações; osservazioni; commenti; notities; notitie; opmerkingen; opmerking; anteckningar; anteckning; kommentarer; noter; notater; bemærkninger; muistiinpanot; huomautukset; muistio; notatki; uwagi; notatka; komentarz; poznámky; poznámka; megjegyzés; jegyzetek; observații; notlar; notları; заметки; примечания; комментарий; примечание; нотатки; примітки; σημειώσεις; catatan; 記事; 備註; 筆記; 备注; 附注; 便笺; メモ; 備考; 메모; 비고; 노트""",
    Field.ADDRESS: """address; postal address; mailing address; full address; location; place; adresse; anschrift; lieu; dirección; ubicación; domicilio; endereço; localização; indirizzo; luogo; adres; locatie; woonplaats; adress; plats; ort; osoite; adresa; lokalizacja; cím; adresă; konum; адрес; местоположение; 地址; 所在地; 住所; 주소; 위치; work city; geography; hometown; preferred address; home address; work address; business address; metro area""",
    Field.STREET: """street; street address; address 1; address line 1; address 2; straße; strasse; rue; calle; rua; via; straat; gata; gade; gate; ulica; katu; улица; 街; 番地""",
    Field.CITY: """city; town; city town; current city; stadt; wohnort; ville; commune; ciudad; localidad; cidade; localidade; città; comune; plaats; stad; by; kaupunki; miasto; miejscowość; město; mesto; város; oraș; şehir; il; город; місто; 城市; 市; 市区町村; 都市; 도시; stadt ort""",
    Field.REGION: """state; province; state province; region; state region; county; bundesland; kanton; canton; région; département x; provincia; estado; regione; provincie; län; województwo; kraj x; область; 省; 都道府県; 縣市""",
    Field.POSTCODE: """zip; zip code; zipcode; postal code; postcode; post code; zip postal code; plz; postleitzahl; code postal; código postal; cep x; cap; codice postale; postnummer; postinumero; kod pocztowy; psč; irányítószám; cod poștal; posta kodu; индекс; почтовый индекс; 郵遞區號; 邮政编码; 邮编; 郵便番号; 우편 번호; 우편번호""",
    Field.COUNTRY: """country; country region; nation; land; pays; país; paese; nazione; maa; kraj; země; ország; țară; ülke; страна; країна; 國家; 国家; 国; 국가""",
    Field.SCHOOL: """school; university; college; alma mater; degree school; institution name; education; school name; university name; hochschule; universität; schule; université; école; établissement; universidad; escuela; universidade; faculdade; escola; università; scuola; universiteit; hogeschool; universitet; skola; skole; yliopisto; uczelnia; szkoła; univerzita; üniversite; okul; университет; вуз; 學校; 学校; 大学; 大學; 学校名; 학교; 대학교; primary education school; primary education school name; education school""",
    Field.GRAD_YEAR: """class year; grad year; gradyear; graduation year; year of graduation; graduation; grad date; graduation date; class of; class; year graduated; graduated; degree year; degree date; pref class year; preferred year; preferred class year; primary education end date; education end date; expected graduation; expected graduation date; anticipated graduation; completion year; completion date; conferral date; degree conferral date; date conferred; year conferred; degree conferred date; fulldate; full date; cohort; alumni year; year; commencement year; graduation term; grad term; end year; abschlussjahr; jahrgang; studienabschluss; année de diplôme; année d obtention du diplôme; promotion; promo; année; año de graduación; año de egreso; año; promoción; ano de formatura; ano de conclusão; ano de graduação; ano; anno di laurea; anno; afstudeerjaar; jaar van afstuderen; lichting; examensår; årskull; valmistumisvuosi; rok ukończenia; rocznik; rok ukończenia studiów; rok absolvování; mezuniyet yılı; год выпуска; год окончания; 畢業年份; 毕业年份; 毕业时间; 卒業年; 卒業年度; 졸업연도; 졸업 연도; 졸업년도""",
    Field.DO_NOT_CONTACT: """do not contact; dnc; do not email; do not solicit; no contact; opt out; opted out; unsubscribed; disabled; contact restriction; do not call; deceased; nicht kontaktieren; ne pas contacter; no contactar; não contactar; non contattare; niet contacteren""",
}  # fmt: skip

# Headings that are known and say nothing about how to reach or recognise someone; kept with the person when filled.
_KNOWN_OTHERS = """anniversary; birthday; gender; categories; hobby; initials; keywords; language; location x; mileage; priority; private; profession x; referred by; sensitivity; spouse; user 1; user 2;
    jahrestag; geburtstag; kategorien; geschlecht; ehepartner; ehepartner partner; interessen; priorität; vertraulichkeit; anniversaire; catégories; sexe; conjoint; conjoint e; urodziny; rocznica; kategorie; płeć;
    生日; 紀念日; 類別; 性別; 配偶; cumpleaños; aniversario; categorías; género; sexo; labels; group membership; groups; group; tags; occasion; custom field 1; degree; major; degreecode; majors; degrees; consent; industry"""
_NO_USE = """photo; user photo; phonetic first name; phonetic middle name; phonetic last name; yomi name; given name yomi; additional name yomi; family name yomi; email display name; e mail display name; e mail type; email type; e mail 2 type; e mail 3 type; e mail 2 display name; e mail 3 display name; directory server; account;
    billing information; government id number; organizational id number; isdn; telex; tty tdd phone; internet free busy; business fax; home fax; other fax; fax; fax number; work fax; pager; pager number; company yomi; given yomi; surname yomi; subject; short name; maiden name; callback;
    fax geschäftlich; fax privat; weiteres fax; télécopie bureau; télécopie domicile; otro fax; faks służbowy; faks domowy; 商務傳真; 住家傳真; 其他傳真; 傳真號碼; 呼叫器"""

# More languages, as Outlook and address books name their columns there.
_ALSO: dict[Field, str] = {
    Field.GIVEN: """име; ime; vardas; vārds; eesnimi; izena; ainm; enw; nom de pila; nom pròpi; nome de pila; שם פרטי; שם; نام; ชื่อ; ชื่อจริง; tên gọi; kresstné meno; rodné jméno; jméno křestní; utónév; keresztnév; όνομα; fornafn; eiginnafn; ім я; имя собственное;
        vorname n; given name s; first names; first name s; forenames; nombre s; prénom s; 名 名字; 名字 名""",
    Field.FAMILY: """фамилно име; фамилия; презиме; prezime; priimek; pavardė; uzvārds; perekonnanimi; abizena; abizenak; cognom; cognoms; primer apelido; sloinne; cyfenw; שם משפחה; שם המשפחה; نام خانوادگی; นามสกุล; họ; tên họ; επώνυμο; eftirnafn; kenninafn; прізвище; последно име; nume de familie; apellido s; apellido paterno; last names; surnames; family names""",
    Field.NAME: """показвано име; zobrazené jméno; zobrazované meno; celé meno; megjelenítendő név; teljes név; prikazno ime; polno ime; puno ime; εμφανιζόμενο όνομα; ονοματεπώνυμο; повне ім я; відображуване ім я; піб; tam adı; görüntülenen ad; rodomas vardas; vardas pavardė; nom per mostrar; nom complet; שם מלא; שם תצוגה; الاسم الكامل; الاسم; نام کامل; ชื่อที่แสดง; tên hiển thị; họ và tên; họ tên; nama tampilan; täisnimi; pilns vārds; vises nafn; nombre a mostrar; nome a ser exibido; nombre y apellidos s""",
    Field.BARE_NAME: """име и фамилия; ime in priimek; ime i prezime; név; nazwa; 이름 성; nomo; nama""",
    Field.EMAIL: """имейл; имейл адрес; електронна поща; адрес на електронна поща; адреса ел пошти; адреса електронної пошти 2; основна адреса електронної пошти; ел адреса; e poštni naslov; elektronski naslov; e pošta; adresa e pošte; e mail adresa; email adresa; el paštas; el pašto adresas; e pasts; e pasta adrese; e post; e posti aadress; e maili aadress; helbide elektronikoa; posta elektronikoa; correu; adreça de correu; adreça electrònica 2; enderezo de correo; enderezo electrónico; correo electronico; כתובת דואר אלקטרוני; כתובת דוא ל; דוא ל; אימייל; بريد إلكتروني; البريد; نشانی پست الکترونیک; ایمیل; پست الکترونیک; อีเมล; ที่อยู่อีเมล; địa chỉ email; thư điện tử; διεύθυνση e mail; διεύθυνση email; ηλ ταχυδρομείο; διεύθυνση ηλεκτρονικού ταχυδρομείου 2; διεύθυνση ηλεκτρονικού ταχυδρομείου 3;
        alamat surel; alamat e mail; elsődleges e mail; másodlagos e mail; e mail cím 2; e mail cím 3; hlavní e mail; primární e mail; sekundární e mail; druhý e mail; primárny e mail; netfang; tölvupóstfang; e posta adresi 3; birincil e posta; ikincil e posta; основной e mail; дополнительный e mail; адрес e mail; e mail адрес; 첫 번째 이메일; 두 번째 이메일; 主要电子邮件地址; 次要电子邮件地址; メール 1; プライマリメールアドレス; セカンダリメールアドレス; 第一メールアドレス; primært e mail; primær e postadresse; sekundær e postadresse; ensisijainen sähköposti; toissijainen sähköposti; ensisijainen sähköpostiosoite; toissijainen sähköpostiosoite; adresă principală de e mail; adresă secundară de e mail; adresse de courrier électronique; courrier électronique; adresse courriel 2; adresse e mail professionnelle; correo electrónico principal; correo electrónico secundario; correo electrónico alternativo; e mail secundario; primäre e mail; sekundäre e mail; hoofd e mailadres; tweede e mailadres; primair e mail adres; secundair e mail adres""",
    Field.PHONE: """мобилен телефон; мобилен; служебен телефон; домашен телефон; телефонен номер; mobilni telefon; mobitel; prenosni telefon; službeni telefon; domači telefon; telefonska številka; mobilný telefón; mobil; telefón; telefón do práce; telefón domov; mobilní; mobilní číslo; telefon do práce; telefon mobilní; mobiltelefon; üzleti telefon; otthoni telefon; munkahelyi telefon; mobilusis telefonas; mobilusis; telefonas; darbo telefonas; namų telefonas; mobilais tālrunis; tālrunis; darba tālrunis; mobiiltelefon; töötelefon; kodutelefon; mugikorra; telefonoa; telèfon mòbil; telèfon; telèfon de la feina; telèfon particular; teléfono móbil; κινητό τηλέφωνο; τηλέφωνο εργασίας; τηλέφωνο εταιρείας; τηλέφωνο οικίας; мобільний; телефон робочий; телефон домашній; мобільний номер; сотовый; сотовый телефон; моб телефон; טלפון נייד; נייד; טלפון בעבודה; טלפון בבית; الهاتف المحمول; هاتف محمول; هاتف العمل; هاتف المنزل; رقم الجوال; تلفن همراه; تلفن; موبایل; โทรศัพท์มือถือ; โทรศัพท์; เบอร์โทรศัพท์; มือถือ; điện thoại di động; điện thoại; số điện thoại; di động; telepon seluler; nomor ponsel; nomor hp; telepon kantor; telepon rumah; farsími; sími; heimasími; vinnusími; iş telefonu 2; ev telefonu 2; cep telefonu 2; matkapuhelin 2; työpuhelin 2; mobilnummer; telefon mobil personal; telefon la domiciliu; telefon la serviciu; telefon principal; mobile phone 2; 手機 2; 携帯; 携帯番号; 電話 携帯; 電話 勤務先; 電話 自宅; 휴대전화 번호; 핸드폰; 연락처; 사무실 전화; 移动电话 2; 办公电话; 家庭电话; 座机; telefono móvil; telefono celular; tel portátil; nº de teléfono; nr telefonu; tel kom; tel mobil; tel mobile; mobil telefonu; puhelin 1; 휴대 전화 번호""",
    Field.ORGANISATION: """фирма; организация; компания; podjetje; organizacija; tvrtka; ustanova; firma názov; spoločnosť; organizácia; cég; szervezet; įmonė; bendrovė; organizacija; uzņēmums; organizācija; ettevõte; asutus; enpresa; konpainia; erakundea; empresa organització; organització; companyia; compañía; compañia; empresa compañía; επιχείρηση; εταιρία; установа; підприємство; предприятие; חברה; ארגון; مؤسسة; المنظمة; شرکت; سازمان; บริษัท; องค์กร; หน่วยงาน; công ty; tổ chức; kompani; instansi; fyrirtæki; stofnun; firma adı; kurum adı; organizasyon; yrityksen nimi; företag organisation; nom de l entreprise; nom de la société; nom de l organisation; nombre de la empresa; nombre de empresa; nome da empresa; nome azienda; nome dell azienda; ragione sociale; nazwa organizacji; nazwa przedsiębiorstwa; název firmy; název společnosti; naam bedrijf; 회사 명; 단체; 기관; 公司 組織; 企业; 机构; 所属会社; 所属組織; 会社 団体名""",
    Field.TITLE: """длъжност; позиция; delovno mesto; naziv delovnega mesta; položaj; radno mjesto; pozicija; funkcija; pracovná pozícia; pozícia; funkcia; pracovné zaradenie; pracovní zařazení; zaměstnání; beosztás; munkakör megnevezése; pareigos; pareigybė; amats; amata nosaukums; ametinimetus; ametikoht; kargua; lanpostua; càrrec; lloc de treball; posto de traballo; θέση εργασίας; τίτλος εργασίας; επάγγελμα; посада; назва посади; תפקיד; משרה; תואר; المسمى الوظيفي; اللقب الوظيفي; سمت; شغل; عنوان شغلی; ตำแหน่ง; ตำแหน่งงาน; chức danh; chức vụ; jabatan pekerjaan; starfsheiti; starf; i̇ş ünvanı; iş ünvanı; iş unvanı; görev unvanı; ammattinimike; työnimike; virka; titel funktion; yrkesbenämning; stillingsbetegnelse; arbeidstittel; yrkestittel; functie titel; intitulé de poste; fonction titre; titre de poste; título profesional; título de trabajo; título do trabalho; titolo lavorativo; nazwa stanowiska; tytuł zawodowy; titlul postului; funcţie; funcția; titlu post; 工作職稱; 职位名称; 岗位; 職位名稱; 役職 肩書; 役職/肩書; 직무; 직책 직위; 담당업무; 업무""",
    Field.URL: """уеб страница; уебсайт; spletna stran; spletno mesto; web stranica; internetová stránka; weboldal; honlap; weblap; tinklalapis; svetainė; tīmekļa vietne; tīmekļa lapa; veebileht; koduleht; webgunea; web orria; pàgina web; lloc web; páxina web; ιστοσελίδα; δικτυακός τόπος; веб сторінка; вебсайт; веб сайт; דף אינטרנט; אתר אינטרנט; صفحة ويب; موقع ويب; الموقع الإلكتروني; وب سایت; صفحه وب; เว็บไซต์; เว็บเพจ; trang web; halaman web; situs web; vefsíða; www; adres www; pagină web; site web personal; internet adresi; webová adresa; webadresse; nettsted; verkkosivusto; webadres""",
    Field.NOTE: """бележки; opombe; bilješke; zabilješke; poznámky; megjegyzések; jegyzet; pastabos; piezīmes; märkused; oharrak; notes s; σημειώσεις; примітки; нотатки; הערות; ملاحظات; یادداشت; یادداشت‌ها; บันทึก; หมายเหตุ; ghi chú; athugasemdir; notițe; note personali""",
    Field.DEPARTMENT: """отдел; oddelek; odjel; oddelenie; osztály; skyrius; nodaļa; osakond; saila; departament; τμήμα; відділ; מחלקה; القسم; الإدارة; بخش; แผนก; phòng ban; bagian; departemen; deild; departement""",
}  # fmt: skip

KNOWN: dict[str, Field] = {}
for _field, _text in (*_WORDS.items(), *_ALSO.items()):
    for _word in _text.split(";"):
        KNOWN.setdefault(fold(_word), _field)
for _word in _KNOWN_OTHERS.split(";"):
    KNOWN.setdefault(fold(_word), Field.EXTRA)
for _word in _NO_USE.split(";"):
    KNOWN.setdefault(fold(_word), Field.IGNORE)
KNOWN.pop("", None)
_WITHOUT_BLANKS = {word.replace(" ", ""): field for word, field in KNOWN.items() if len(word) > 4}

_BRACKETS = re.compile(r"\([^)]*\)|\[[^\]]*\]|[（][^）]*[）]")
_NUMBERED = re.compile(r"^(.*?)\s*\d{1,2}$")

# Words that say whose or which of several; the rest of the heading names the field.
_WHICH_WORDS = """home; business; work; office; other; personal; private; primary; secondary; preferred; current;
    associated; linked; full; student; alumni; alumnus; mentor; volunteer; contact; main; latest; mailing; school;
    privat; private; geschäftlich; dienstlich; weitere; weiterer; weiteres; bureau; domicile; autre;
    professionnel; professionnelle; personnel; personnelle; privée; principal; principale; trabajo;
    casa; particular; otra; otro; del; de; da; do; di; domicilio; personal; comercial; residencial;
    outro; outra; ufficio; abitazione; altro; altra; werk; thuis; overig; overige; privé; zakelijk; hem;
    arbete; annan; annat; biuro; dom; inny; inna; inne; służbowy; domowy; 商務; 住家; 其他; 商务; 住宅; 会社; 自宅;
    その他; 근무지; 집; 기타"""
_WHICH = frozenset(fold(w) for w in _WHICH_WORDS.split(";"))
_BY_WHICH = frozenset(
    (
        Field.EMAIL,
        Field.PHONE,
        Field.ORGANISATION,
        Field.TITLE,
        Field.URL,
        Field.ADDRESS,
        Field.STREET,
        Field.CITY,
        Field.REGION,
        Field.POSTCODE,
        Field.COUNTRY,
        Field.DEPARTMENT,
        Field.NICKNAME,
        Field.IGNORE,
        Field.EXTRA,
    )
)


@lru_cache(maxsize=4_000)
def look_up(heading: str) -> Field | None:
    """The field a heading names in any language, None when it is not known. Trailing numbers do not matter.

    "Name (full)*" and "Mobile [work]": what stands in brackets is left away when the whole is not known.
    """
    found = _look_up(fold(heading))
    if found is None and _BRACKETS.search(heading):
        found = _look_up(fold(_BRACKETS.sub(" ", heading)))
    return found


def _look_up(flat: str) -> Field | None:
    if not flat:
        return None
    found = KNOWN.get(flat)
    if found is not None:
        return found
    numbered = _NUMBERED.match(flat)
    if numbered and numbered[1] in KNOWN:
        return KNOWN[numbered[1]]
    found = _WITHOUT_BLANKS.get((numbered[1] if numbered else flat).replace(" ", ""))
    if found is not None:
        return found
    words = (numbered[1] if numbered else flat).split()
    kept = [w for w in words if w not in _WHICH]
    if kept and len(kept) < len(words):
        found = KNOWN.get(" ".join(kept))
        return found if found in _BY_WHICH else None
    return None
