"""How common the most common names are, so that a short list of people is not thought to have only rare ones.

Rounded shares: the United States census of 2010 for family names, its Social Security counts for given names, and for
names that are most common elsewhere a share in keeping with a mixed list. Any other name gets a small usual share.
"""

USUAL_FAMILY = 1 / 12_000
USUAL_GIVEN = 1 / 1_500

_FAMILY = {
    0.008: "smith kim nguyen wang li zhang",
    0.005: "johnson williams brown jones garcia lee chen singh kumar patel liu tran park",
    0.003: "miller davis rodriguez martinez hernandez lopez gonzalez wilson anderson thomas taylor moore jackson martin yang wu huang khan sharma muller mueller silva santos",
    0.0015: "perez thompson white harris sanchez clark ramirez lewis robinson walker young allen king wright scott torres hill flores green adams nelson baker hall rivera "
    "campbell mitchell carter roberts gomez phillips evans turner diaz parker cruz edwards collins reyes stewart morris morales murphy cook rogers gutierrez ortiz morgan cooper "
    "peterson bailey reed kelly howard ramos cox ward richardson watson brooks chavez wood james bennett gray mendoza ruiz hughes price alvarez castillo sanders myers long "
    "ross foster schmidt schneider fischer weber meyer wagner bernard dubois rossi russo ferrari andersson johansson karlsson nilsson hansen jensen olsen nielsen devries jansen "
    "kowalski nowak ivanov sato suzuki tanaka takahashi choi jung kang cho zhao zhou xu sun ma zhu hu guo lin he gao luo gupta das shah ali ahmed hussain oliveira souza pereira ferreira costa",
}
_GIVEN = {
    0.015: "james john robert michael david william mary jennifer maria",
    0.008: "richard joseph thomas christopher charles daniel matthew anthony mark patricia linda elizabeth susan jessica sarah karen lisa nancy ashley emily anna mike chris",
    0.004: "steven paul andrew joshua kevin brian george timothy ronald jason edward jeffrey ryan jacob nicholas eric jonathan stephen larry justin scott brandon benjamin samuel "
    "barbara margaret betty sandra kimberly donna michelle amanda melissa deborah stephanie rebecca laura sharon cynthia kathleen amy angela nicole samantha katherine emma "
    "ali mohammed ahmed juan jose luis carlos ana laura peter martin thomas stefan andreas julia christian alexander alex sam tom ben dan matt steve jim bob bill dave wei min",
}
_FAMILY_SHARES = {name: share for share, names in _FAMILY.items() for name in names.split()}
_GIVEN_SHARES = {name: share for share, names in _GIVEN.items() for name in names.split()}


def family_share(name: str) -> float:
    """The share of people with a folded family name in a mixed list, 0 to 1."""
    return _FAMILY_SHARES.get(name, USUAL_FAMILY)


def given_share(name: str) -> float:
    """The share of people with a folded given name in a mixed list, 0 to 1."""
    return _GIVEN_SHARES.get(name, USUAL_GIVEN)
