"""Names of software products in a title, read as the kind of work they stand for.

The official titles name hardly any product, so "Siebel Developer" or "SAP FICO Consultant" would be words nobody
knows. Written by hand; a default of ours.
"""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Only beside one of these is a product a tool of the work ("Oracle Sales Manager" sells it).
_USERS = _words(
    """
developer programmer consultant analyst administrator architect engineer specialist lead leader expert tester admin
designer trainer associate professional modeler coder technician dba dbas dev devs developers engr eng adm arch
consultants analysts engineers programmers developers sme prog consult cons tech
"""
)
_SELLS = _words("sales account marketing recruiter recruiting customer partner alliance presales")
_FAMILIES = {
    "application": _words(
        """
siebel peoplesoft tibco documentum webmethods guidewire pega prpc servicenow netsuite mulesoft appian jde axapta
navision hybris ariba successfactors kronos lawson infor cerner meditech allscripts facets murex calypso actimize
biztalk sitecore drupal magento maximo clarity sterling manhattan apttus zuora coupa filenet livelink opentext
kofax hogan vantage mainframe as400 ejb struts hibernate perl golang scala kotlin angular angularjs nodejs
python delphi powerbuilder vb6 vbnet aspnet mvc silverlight wpf flex coldfusion cics jcl rpg uipath blueprism
lotus domino mdm trizetto veeva medidata argus labware trackwise teamcenter windchill enovia eloqua marketo
salesforce sharepoint dynamics workday epic finacle flexcube amdocs ims
"""
    ),
    "data warehouse": _words(
        "etl dwh edw informatica datastage abinitio ssis talend odi snowflake databricks hadoop kafka hive"
    ),
    "business intelligence": _words(
        """
cognos hyperion essbase obiee microstrategy qlikview qlik ssrs spotfire businessobjects tableau powerbi bobj tm1
"""
    ),
    "database": _words(
        "teradata db2 mongodb cassandra plsql sybase netezza mysql postgresql sqlserver informix"
    ),
    "statistical": _words("sas spss"),
    "systems": _words(
        """
websphere weblogic jboss tomcat linux solaris aix citrix vmware tivoli splunk aws azure gcp kubernetes openshift
xenapp veritas netbackup hyperv rhel
"""
    ),
    "network": _words("cisco juniper"),
    "java": _words("j2ee jee j2me"),
    "software test": _words("qtp selenium loadrunner"),
}
_FAMILY = {product: family for family, products in _FAMILIES.items() for product in products}
_PAIRS = {
    ("business", "objects"): "businessobjects",
    ("power", "bi"): "powerbi",
    ("ab", "initio"): "abinitio",
    ("sql", "server"): "sqlserver",
    ("pl", "sql"): "plsql",
    ("blue", "prism"): "blueprism",
    ("asp", "dotnet"): "aspnet",
    ("vb", "dotnet"): "vbnet",
}
# Large suites, the official word for which is kept, and their parts, which say nothing of their own beside them.
_SUITES = _words("sap oracle peoplesoft siebel workday salesforce dynamics")
_PARTS = _words(
    """
fico fi co sd mm pp qm pm wm hcm bw bo abap basis netweaver hana crm srm apo ewm scm ebs financials finance hrms hr
apps application applications adf soa erp r12 ecc fscm ax gp isu grc plm pi xi bpc retail crm
functional technofunctional technical techno success factors cloud fusion bi ui5 fiori logistics
"""
)


_SAID_ONCE = _words("application data warehouse database systems business java network statistical")


def without_products(words: list[str]) -> list[str]:
    """The words of one title, short forms not opened yet, with product names read as the kind of work; unchanged where that is not sure."""
    if len(words) < 2 or not _USERS & set(words) or _SELLS & set(words):
        return words
    words = _joined(words)
    suite = next((word for word in words if word in _SUITES), "")
    if suite:
        kept = [word for word in words if word not in _PARTS]
        # "SAP Quality Manager" keeps its words: nothing but the suite and a bare rank would be left of it.
        if len(kept) >= 2 and (kept[-1] in _USERS):
            words = kept
    result: list[str] = []
    for word in words:
        result += _FAMILY.get(word, word).split() if word not in {"sap", "oracle"} else [word]
    return _once(result)


def _joined(words: list[str]) -> list[str]:
    result: list[str] = []
    for word in words:
        if result and (result[-1], word) in _PAIRS:
            result[-1] = _PAIRS[result[-1], word]
        else:
            result.append(word)
    return result


def _once(words: list[str]) -> list[str]:
    """ "Application application developer" says application once; "software application" too."""
    result: list[str] = []
    for word in words:
        said = "application" if word == "applications" else word
        if said in result and said in _SAID_ONCE:
            continue
        result.append(word)
    if "application" in result and (
        {"software", "web", "mobile", "database", "java", "dotnet"} & set(result)
    ):
        result = [word for word in result if word != "application"]
    return result
