"""Press-database exports, mailboxes and feeds in the form their makers give them; words of our
own."""

BODY = (
    "The minister for the northern bridge told her visitors that the toll must fall before spring.\n\n"
    "Her visitors said that they would look at the sum again and come back with a figure of their own.\n\n"
    "A third round of talks about the bridge was set for the first week of the month that follows."
)

FACTIVA = f"""News
Bridge toll must fall, minister says
By Jane Roe
812 words
24 March 2023
05:10
The Globe and Mail
GLOB
Ontario
A1
English
©2023 The Globe and Mail Inc. All Rights Reserved.

{BODY}

Document GLOB000020230324ej3o0000b

Visitors answer on the bridge
455 words
25 March 2023
Reuters News
LBA
English
(c) 2023 Reuters Limited

{BODY.replace("northern", "southern")}

Document LBA0000020230325ej3p0001x

Search Summary
Text
bridge and toll
"""

FACTIVA_LABELLED = f"""HD
Bridge toll must fall,
minister says
BY
By Jane Roe
WC
812 words
PD
24 March 2023
SN
The Globe and Mail
SC
GLOB
LA
English
CY
©2023
LP
{BODY.partition(chr(10))[0]}
TD
{BODY.partition(chr(10))[2]}
NS
gdip : International Relations
PUB
The Globe and Mail Inc.
AN
Document GLOB000020230324ej3o0000b
"""

NEXIS_OLDER = f"""





                               1 of 2 DOCUMENTS

                          The Globe and Mail (Canada)

                              March 24, 2023 Friday
                                Ontario Edition

Bridge toll must fall, minister says

BYLINE: JANE ROE

SECTION: NEWS; Pg. A1

LENGTH: 812 words

DATELINE: OTTAWA

{BODY}

LOAD-DATE: March 24, 2023

LANGUAGE: ENGLISH

PUBLICATION-TYPE: Newspaper

                   Copyright 2023 The Globe and Mail
                              All Rights Reserved

                               2 of 2 DOCUMENTS

                                National Post

                             March 25, 2023 Saturday

HEADLINE: Visitors answer on the bridge

LENGTH: 455 words

{BODY.replace("northern", "southern")}

LOAD-DATE: March 25, 2023
"""

NEXIS_NEWER = f"""Bridge toll must fall, minister says
The Globe and Mail (Canada)
March 24, 2023 Friday
Ontario Edition

Copyright 2023 The Globe and Mail All Rights Reserved

Section: NEWS; Pg. A1
Length: 812 words
Byline: JANE ROE
Body


{BODY}

Load-Date: March 24, 2023


End of Document

Visitors answer on the bridge
National Post
March 25, 2023 Saturday

Copyright 2023 National Post
Length: 455 words
Body

{BODY.replace("northern", "southern")}

Load-Date: March 25, 2023

End of Document
"""

PROQUEST = f"""____________________________________________________________

Report Information from ProQuest
24 March 2024 10:12
____________________________________________________________

Document 1 of 2

Bridge toll must fall, minister says

Author: Roe, Jane; Doe, John

Publication info: The Globe and Mail ; Toronto, Ont. [Toronto, Ont]24 Mar 2023: A.1.

ProQuest document link

Abstract: None available.

Full text: {BODY}

Subject: Bridges; Tolls

Title: Bridge toll must fall, minister says

Publication title: The Globe and Mail; Toronto, Ont.

First page: A.1

Publication date: Mar 24, 2023

Language of publication: English

Document type: News

ProQuest document ID: 2790000001

Document URL: https://www.proquest.com/newspapers/bridge/docview/2790000001/se-2

Copyright: Copyright 2023

____________________________________________________________

Document 2 of 2

Visitors answer on the bridge

Full text: {BODY.replace("northern", "southern")}

Title: Visitors answer on the bridge

Publication title: National Post

Publication date: Mar 25, 2023

ProQuest document ID: 2790000002

____________________________________________________________

Contact us at: http://example.org
"""

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>National Post</title><link>https://example.org/</link><language>en-CA</language>
<item><title>Bridge toll must fall, minister says</title><link>https://example.org/2023/03/24/bridge</link>
<dc:creator>Jane Roe</dc:creator><pubDate>Fri, 24 Mar 2023 10:00:00 -0400</pubDate>
<description>A short word.</description>
<content:encoded><![CDATA[<p>{BODY}</p><script>alert(1)</script><img src="http://example.org/x.png">]]></content:encoded></item>
<item><title>Visitors &amp;amp; their answer on the bridge</title><guid>https://example.org/2</guid>
<pubDate>Sat, 25 Mar 2023 10:00:00 GMT</pubDate><description>{BODY.replace("northern", "southern")}</description></item>
<item><title>Nothing in it</title></item>
</channel></rss>
"""

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>National Post</title>
<entry><title>Bridge toll must fall, minister says</title><link rel="alternate" href="https://example.org/bridge"/>
<published>2023-03-24T10:00:00Z</published><updated>2023-03-26T10:00:00Z</updated>
<author><name>Jane Roe</name></author><content type="html">&lt;p&gt;{BODY}&lt;/p&gt;</content></entry>
<entry><title>Visitors answer on the bridge</title><updated>2023-03-25T10:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{BODY.replace("northern", "southern")}</p></div></content></entry>
</feed>
"""

MAILBOX = f"""From editor@example.org Fri Mar 24 10:00:00 2023
From: The Desk <desk@example.org>
Subject: Bridge toll must fall
Date: Fri, 24 Mar 2023 10:00:00 -0400
Content-Type: text/plain

{BODY}

>From the bridge one sees both towns.

From editor@example.org Sat Mar 25 10:00:00 2023
From: The Desk <desk@example.org>
Subject: Visitors answer
Date: Sat, 25 Mar 2023 10:00:00 -0400

{BODY.replace("northern", "southern")}
"""

LETTER = "".join(
    f'<h2><a href="https://example.org/{n}">{title}</a></h2><p>{BODY.replace("northern", where)}</p>'
    for n, title, where in (
        (1, "Bridge toll must fall, minister says", "northern"),
        (2, "Visitors answer on the bridge", "southern"),
        (3, "Third round of talks is set", "eastern"),
    )
)
