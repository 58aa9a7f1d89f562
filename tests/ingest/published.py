"""Exports in the build other people's parsers for them expect; the words are ours.

How far each can be trusted as a likeness of the real thing:

- ProQuest and Nexis follow sample files published with the R packages tm.plugin.proquest and
  LexisNexisTools.
- Factiva's page is put together from memory of its shape and from the class names that other
  people's readers of it select, such as tm.plugin.factiva; the part of a real page that holds an
  article was not seen.
- Eureka's page is put together in the same way, from the elements that published readers of
  Europresse pages look for; no real page was seen.

So the tests of these two hold our reader to what we believe of them, not to an export from the
database itself.
"""

FIRST = (
    "The minister for the northern bridge told her visitors that the toll must fall before spring."
)
LAST = "Her visitors said that they would look at the sum again and come back with a figure of their own."

_FACTIVA = """<div id="article-{number}" class="article"><div>{section}</div><div id="hd"><span class="Headline">{title} </span></div>
<div class="author">{author} </div><div>{words}</div><div>{day}</div><div>{source}</div><div>{code}</div><div>{page}</div>
<div>{language}</div><div>Copyright {source} - 2010</div><p class="articleParagraph">{first}</p><p class="articleParagraph">{last}</p>
<p>Document {number}</p></div><br/>"""

FACTIVA_PAGE = (
    "<!DOCTYPE html><html><head><title>Factiva</title></head><body><div id=hd><a href='#'>Table</a></div>"
    + _FACTIVA.format(
        number="LECHOS0020100106e617000b8",
        section="Industrie",
        title="Le péage du pont doit baisser avant le printemps",
        author="JEANNE ROÉ",
        words="1 003 mots",
        day="7 janvier 2010",
        source="Les Echos",
        code="LECHOS",
        page="16</div><div>20588",
        language="Français",
        first=FIRST,
        last=LAST,
    )
    + _FACTIVA.format(
        number="GLOB000020100108e6180000b",
        section="News",
        title="Visitors answer on the bridge and ask for time",
        author="John Doe; Jane Roe",
        words="455 words",
        day="8 January 2010</div><div>05:10",
        source="The Globe and Mail",
        code="GLOB",
        page="A1",
        language="English",
        first=FIRST,
        last=LAST,
    )
    + "</body></html>"
)

_PROQUEST = """<div style="margin-bottom:20px"><a name="DocID"></a><p></p><p style="font-weight:bold;">{title}</p>
<p><strong>Author:  </strong>Roe, Jane</p><p><strong>Publication info:  </strong>National Post ; Toronto [Toronto]{day}: AA.2.</p>
<p><a href="https://search.proquest.com/docview/{number}">ProQuest document link</a></p><p><strong>Abstract:  </strong></p><p>{first}</p>
<div><strong>Links: </strong><a href="http://x">Links</a></div><p><strong>Full text: </strong><text wordcount="239"><title></title><p>{first}</p>
<p>{last}</p></text></p><p><strong>Subject: </strong>Bridges; Tolls</p><p><strong>Location: </strong>Toronto</p>
<p><strong>Publication title: </strong>National Post; Toronto</p><p><strong>Pages: </strong>AA.2</p><p><strong>Publication year: </strong>2010</p>
<p><strong>Publication date: </strong>{day}</p><p><strong>ISSN: </strong>04583035</p><p><strong>Source type: </strong>Newspapers</p>
<p><strong>Language of publication: </strong>English</p><p><strong>ProQuest document ID: </strong>{number}</p>
<p><strong>Document URL: </strong>https://search.proquest.com/docview/{number}</p><p><strong>Last updated: </strong>2017-11-07</p>
<p><strong>Database: </strong>Major Dailies</p></div>"""

PROQUEST_FRAGMENT = "".join(
    _PROQUEST.format(title=title, day=day, number=number, first=FIRST, last=LAST)
    for title, day, number in (
        ("Bridge toll must fall; It is the minister's first answer.", "May 8, 2010", 251439970),
        ("Visitors' answer on the bridge grates", "May 5, 2010", 250133789),
    )
)

PROQUEST_MAIL = (
    'From: <noreply@example.org>\nTo: <j@example.org>\nSubject: Your ProQuest Research\nContent-Type: text/html; charset="UTF-8"\n'
    "Date: Sun, 5 Jul 2020 01:02:03 -0400\nMIME-Version: 1.0\n\n<html><body><div>Reproduced with permission.</div><p>Email 4 of 5</p>"
    + PROQUEST_FRAGMENT
    + "</body></html>"
)

_NEXIS = """                               {n} of 2 DOCUMENTS



                                  {source}

                            January 11, 2010 Monday
{edition}
{title}

BYLINE: TREVOR Example

SECTION: FEATURES; Pg. 6

LENGTH: 677 words


{first}

{last}

LOAD-DATE: January 11, 2010

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

JOURNAL-CODE: SUN


                    Copyright 2010 NEWS GROUP NEWSPAPERS LTD
                              All Rights Reserved

"""

NEXIS = (
    "\n\n\nDownload Request: Selected Items: 1-10\nTime Of Request: Friday, March 20, 2018  16:51:31\n\nSend To:\n2152 311G\nUNIVERSITY LIBRARY\n\n\n"
    "Terms: (DATE(>=2009-12-01 and <=2010-05-11) and (Bridge))\n\n\nSource: The Daily Telegraph (London)...\nProject ID: None\n\n\n\n"
    + _NEXIS.format(
        n=1,
        source="The Sun (England)",
        edition="              Edition 1;\n              Scotland\n",
        title="Bridge toll must fall before spring,\nsays the minister of the north",
        first=FIRST,
        last=LAST,
    )
    + _NEXIS.format(
        n=2,
        source="National Post",
        edition="",
        title="Visitors answer on the bridge",
        first=FIRST,
        last=LAST,
    )
)

_EUREKA = """<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">{source}</span></div>
<div><span class="DocHeader">{header}</span></div><div class="titreArticle"><p class="titreArticleVisu">{title}</p></div><div class="docAuthors">{author}</div>
</header><section><div class="DocText clearfix"><div class="docOcurrContainer"><p>{first}</p><p>{last}</p></div></div></section>
<footer><div>Certificat émis le 3 octobre 2020 à Bibliothèque</div><div>© 2020 {source}. Tous droits réservés.</div>
<div><span class="publiC-lblNodoc">{number}</span></div></footer></article>"""

EUREKA_PAGE = (
    "<!doctype html><html><head><meta charset=utf-8><title>Eureka</title></head><body>"
    + _EUREKA.format(
        source="Le Monde, no. 23456",
        header="France, samedi 3 octobre 2020 1200 mots, p. 5",
        title="Le péage du pont doit baisser",
        author="Jeanne Roé",
        number="news·20201003·LM·0a1b2",
        first=FIRST,
        last=LAST,
    )
    + _EUREKA.format(
        source="The Globe and Mail",
        header="Ontario, Friday, March 24, 2023 812 words, p. A1",
        title="Visitors answer on the bridge and ask for time",
        author="",
        number="news·20230324·GM·0012",
        first=FIRST,
        last=LAST,
    )
    + "</body></html>"
)
