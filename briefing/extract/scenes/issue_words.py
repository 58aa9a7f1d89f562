"""Words around an issue: of talks, of offices, of what lies behind."""

from __future__ import annotations

import re

AGENDA = re.compile(
    r"\b(?:discuss\w*|rais(?:e|es|ed|ing)|address\w*|agenda|focus\w*|topics?|issues?|cooperat\w*"
    r"|co-operat\w*|negotiat\w*|concern\w*|agree\w*|sign(?:ed|ing)?|priorit\w+|dialogue|talk about"
    r"|on the table|tensions?|disputes?|differences|stress\w*|press\w*|urg\w+|seek\w*|sought)\b",
    re.IGNORECASE,
)
BEHIND = re.compile(
    r"\b(?:last (?:year|month|week)|earlier this|previous\w*|former|since (?:19|20)\d\d|in (?:19|20)\d\d"
    r"|years ago|election\w*|campaign\w*|meanwhile|separately|elsewhere|history|historic\w*)\b",
    re.IGNORECASE,
)
# Words whose object is a subject of talks, wherever in the sentence it follows.
FOLLOWED = re.compile(
    r"\b(?:discuss(?:ed|es|ing|ions?)?|rais(?:e|es|ed|ing)|talk(?:s|ed)? (?:on|about|over|of)|agenda"
    r"|focus(?:ed|es|ing)?|topics?|touch(?:ed|ing)? (?:on|upon)|exchang\w+ (?:of )?views"
    r"|co-?operat\w+ (?:on|in|over|against)|consult\w* (?:on|about)|address(?:ed|es|ing)?|br(?:ing|ought) up"
    r"|negotiat\w+|issues? (?:including|such as|like|of)|areas? (?:of|such as|including)"
    r"|agreements? (?:on|to|in)|agreed|sign(?:ed)?|priorit\w+|cover(?:ed|ing|s)?|includ(?:e|es|ed|ing)"
    r"|tackl\w+|stress\w*|emphasi[sz]\w*|reaffirm\w*|underscor\w+|concern\w*)\b",
    re.IGNORECASE,
)
AHEAD = re.compile(
    r"\b(?:will|would|(?:is|are|due|expected|set|plans?|likely|hopes?|aims?|wants?|intends?|going) to"
    r"|to (?:discuss|raise|address))\b"
)
TALKED_OF = re.compile(
    r"\b(?:(?:be|been|was|were|is|are) (?:also )?(?:discussed|raised|addressed|on the (?:agenda|table)"
    r"|covered|among)|(?:tops?|dominat\w+|figured?|came up|come up|featured?)\b|on the agenda|high on)",
    re.IGNORECASE,
)
# Words close before an issue: "talks on tariffs", "agreed to cut tariffs".
GRASP = re.compile(
    r"\b(?:on|over|about|including|regarding|concerning|as|of|in|for|to|cover\w*|discuss\w*|rais\w+"
    r"|address\w*|tackl\w+|combat\w*|fight\w*|tighten\w*|cut\w*|expand\w*|boost\w*|strengthen\w*|increas\w+"
    r"|lift\w*|end\w*|deepen\w*|promot\w+)\s+(?:(?:the|an?|its|their|his|her)\s+)?(?:[\w’'-]+\s+){0,2}$",
    re.IGNORECASE,
)
TALK = re.compile(
    r"\b(?:talk(?:s|ed)?|discuss\w*|rais(?:e|es|ed|ing)|address\w*|agenda|focus\w*|topics?|issues?"
    r"|co-?operat\w*|negotiat\w*|agree\w*|sign(?:ed|ing)?|priorit\w+|dialogue|deal|consult\w*|exchange\w* views"
    r"|concerns?|differences|disput\w+|cover\w*|touched|meeting|summit|top of|urge\w*|press\w*|call\w* for"
    r"|demand\w*|seek\w*|sought|propos\w+|offer\w*|pledg\w+|commit\w*)\b",
    re.IGNORECASE,
)
SAYS = re.compile(r"\b(?:said|says|told|added|stressed|noted|warned|statement|according)\b", re.I)
# After these, `trade` and `security` are subjects: "they will discuss trade and security".
TALKS = re.compile(
    r"\b(?:discuss\w*|talk(?:s|ed)? (?:on|about|over|to cover|will|would)|rais(?:e|es|ed|ing)|agenda|topics?"
    r"|focus\w*|cover(?:s|ed|ing)?|address(?:es|ed|ing)?|touch(?:ed|ing)? (?:on|upon)|exchang\w+ (?:of )?views"
    r"|co-?operat\w+|collaborat\w+|consult\w+|dialogue|negotiat\w+|agreements?|agree[ds]?|memorand\w+|issues?"
    r"|matters|areas?|fields?|sectors?|spheres?|including|strengthen\w*|deepen\w*|expand\w*|boost\w*|enhanc\w+"
    r"|promot\w+|increas\w+|ties|relations|partnership|differences|disput\w+|concerns?|priorit\w+)\b",
    re.IGNORECASE,
)
# `The defence minister`, `Ministry of Energy`: names of offices and firms put nothing on the table.
OFFICE_AFTER = re.compile(
    r"(?:\s+(?:and|&)\s+\w+){0,2}\s+(?:[Mm]inist(?:ers?|ry|ries)|[Ss]ecretar(?:y|ies)|[Dd]epartment"
    r"|[Cc]ommittee|Council|Agency|[Cc]ommissioner|[Cc]hiefs?|[Oo]fficials?|[Cc]ommission|[Ss]pokes\w+"
    r"|[Aa]dvis[eo]rs?|Corp|Inc|Institute|Cent(?:er|re)|University|Group|Company|Ltd|[Aa]nalysts?|[Ee]xperts?"
    r"|[Ee]ditor|[Cc]orrespondent|[Rr]eporter|[Aa]ttaché|portfolio)\b"
)
OFFICE_BEFORE = re.compile(
    r"(?:[Mm]inist(?:er|ers|ry) (?:of|for)|[Ss]ecretary (?:of|for)|[Dd]epartment (?:of|for)|[Cc]ommissioner (?:of|for)"
    r"|(?:Institute|Cent(?:er|re)|Council|Committee|Commission|Academy|Chamber) (?:of|for|on)|[Ss]chool of"
    r"|[Pp]rofessor of|[Dd]irector of)\s+(?:the\s+)?(?:\w+(?:,\s+|\s+and\s+|\s+)){0,3}$"
)
# What may follow a word that is no part of a longer name.
WHOLE = re.compile(
    r"\s*(?:$|[.,;:)”\"’–—]|(?:and|or|with|between|as|at|on|but|to|issues|matters|ties|relations|links"
    r"|co-?operation|concerns|policy|sectors?|fields?|areas?|spheres?)\b)"
)
