"""English citations, one form a table: units in every order, addenda, names of works, annexes, reports and bills."""

import pytest

UNITS = [
    ("Article 14", ["art-14"]),
    ("ARTICLE 14", ["art-14"]),
    ("Art. 14(2)", ["art-14/para-2"]),
    ("§ 14", ["art-14"]),
    ("Article 14(2)", ["art-14/para-2"]),
    ("Article 14 (2)", ["art-14/para-2"]),
    ("article 14(2)?", ["art-14/para-2"]),
    ("Article\n14 (2)", ["art-14/para-2"]),
    ("Article 5-2", ["art-5-2"]),
    ("Article 5-2 (1)", ["art-5-2/para-1"]),
    ("Article 12 (1) 3", ["art-12/para-1/sub-3"]),
    ("Article 12(1)3", ["art-12/para-1/sub-3"]),
    ("Article 12(1)3.", ["art-12/para-1/sub-3"]),
    ("Article 12(1)(3)", ["art-12/para-1/sub-3"]),
    ("Article 12 (1) 4-2", ["art-12/para-1/sub-4-2"]),
    ("Article 7 (3) 1 (a)", ["art-7/para-3/sub-1/item-1"]),
    ("Article 7(3)1(b)", ["art-7/para-3/sub-1/item-2"]),
    ("subparagraph 3 of Article 3", ["art-3/sub-3"]),
    ("subparagraph 4-2 of Article 2", ["art-2/sub-4-2"]),
    ("item 3 of Article 3", ["art-3/sub-3"]),
    ("item (a) of subparagraph 1 of Article 2", ["art-2/sub-1/item-1"]),
    ("paragraph (2) of Article 14", ["art-14/para-2"]),
    ("paragraph 2 of Article 14", ["art-14/para-2"]),
    ("subparagraph 4 of Article 8(2)", ["art-8/para-2/sub-4"]),
    ("subparagraph 4 of paragraph (2) of Article 8", ["art-8/para-2/sub-4"]),
    ("Article 14, paragraph 2", ["art-14/para-2"]),
    ("Article 8, paragraph (2), subparagraph 4", ["art-8/para-2/sub-4"]),
    ("Article 14 para. 2", ["art-14/para-2"]),
    ("Article 11 subparagraph 1", ["art-11/sub-1"]),
    ("Article 11, subparagraph 1 of it", ["art-11/sub-1"]),
    ("Article 5, paragraph 1 of Article 6", ["art-5", "art-6/para-1"]),
    ("Article 14 members", ["art-14"]),
    ("Article 14 (2) 15 members", ["art-14/para-2"]),
    ("Article 9 (1) 30 days later", ["art-9/para-1"]),
    ("Article 9 (1) 30% of", ["art-9/para-1"]),
    ("Chapter 2", ["chapter-2"]),
    ("Chapter II", ["chapter-2"]),
    ("Chapter Ⅳ", ["chapter-4"]),
]
ADDENDA = [
    ("Article 2 of the Addenda", ["addenda/art-2"]),
    ("Article 2 of the Addenda (No. 9834)", ["addenda-9834/art-2"]),
    ("Article 1 of the Addenda <Ordinance No. 5527, Aug.1, 2013>", ["addenda-5527/art-1"]),
    ("Articles 2 and 3 of the Addenda (No. 7026)", ["addenda-7026/art-2", "addenda-7026/art-3"]),
]
WORKS = [
    ("Article 11 subparagraph 1 of the AI ordinance", ["art-11/sub-1 of AI ordinance"]),
    ("Article 8 paragraph 2 subparagraph 3 of the Smart City Act", ["art-8/para-2/sub-3 of Smart City Act"]),
    ('Article 3 of the "Lantern and Kite" Ordinance', ['art-3 of "Lantern and Kite" Ordinance']),
    ("Article 3 of the “Lantern and Kite” Ordinance", ["art-3 of “Lantern and Kite” Ordinance"]),
    ('Article 3 of the "Lantern and Kite Ordinance"', ["art-3 of Lantern and Kite Ordinance"]),
    ("Article 24 (2) of the Smart City Act", ["art-24/para-2 of Smart City Act"]),
    ("subparagraph 6 of Article 2 of the Smart City Act", ["art-2/sub-6 of Smart City Act"]),
    (
        "Article 6 of the Framework Act on National Informatization",
        ["art-6 of Framework Act on National Informatization"],
    ),
    ("Article 5 of the Electronic Government Act", ["art-5 of Electronic Government Act"]),
    (
        "Article 24 of the Act on the Promotion of Smart City Development and Industry",
        ["art-24 of Act on the Promotion of Smart City Development and Industry"],
    ),
    (
        "Article 2 of the Act on the Establishment, Operation and Management of Libraries shall",
        ["art-2 of Act on the Establishment, Operation and Management of Libraries"],
    ),
    (
        "Article 28 of the Enforcement Decree of the Smart City Act",
        ["art-28 of Enforcement Decree of the Smart City Act"],
    ),
    ("the Smart City Act Article 24", ["art-24 of Smart City Act"]),
    ("Smart City Act’s Article 24", ["art-24 of Smart City Act"]),
    ("Article 14(2) of the AI ordinance", ["art-14/para-2 of AI ordinance"]),
    ("the AI ordinance's Article 14", ["art-14 of AI ordinance"]),
    ("Article 31 of the AI Basic Act", ["art-31 of AI Basic Act"]),
    ("Article 7 of this Ordinance", ["art-7 of this Ordinance"]),
    ("Under the Electronic Government Act, the Mayor", ["of Electronic Government Act"]),
    ("Article 5 of the Ordinance on Smart Cities, the Mayor", ["art-5 of Ordinance on Smart Cities"]),
    ("by ordinance of the Seoul Metropolitan Government", []),
    ("Ordinance No. 5527", []),
]
OUTSIDE_ARTICLES = [
    ("as prescribed in Table 1", ["annex-1"]),
    ("the attached Table", ["annex"]),
    ("attached Table 2", ["annex-2"]),
    ("Tables 1 and 2", ["annex-1", "annex-2"]),
    ("attached Form 3", ["form-3"]),
    ("Form No. 3", ["form-3"]),
    ("section 4.2.4", ["sec-4.2.4"]),
    ("sections 4.2.1 and 4.2.4", ["sec-4.2.1", "sec-4.2.4"]),
    ("footnote 16", ["note-16"]),
    ("footnotes 12 and 16", ["note-12", "note-16"]),
    ("Annex 1", ["annex-1"]),
]
BILLS = [
    ("Article 6 of the bill", ["art-6 bill"]),
    ("Article 6 of the draft ordinance", ["art-6 bill"]),
    ("the bill's Article 6", ["art-6 bill"]),
    ("draft Article 6", ["art-6 bill"]),
    ("proposed Article 16", ["art-16 bill"]),
    ("Article 27 of the AI Basic Bill", ["art-27 of AI Basic Bill bill"]),
]
TABLES = {"units": UNITS, "addenda": ADDENDA, "works": WORKS, "outside": OUTSIDE_ARTICLES, "bills": BILLS}


@pytest.mark.parametrize(
    ("text", "expected"), [pytest.param(*row, id=f"{name}-{row[0]}") for name, rows in TABLES.items() for row in rows]
)
def test_an_english_citation_is_read(described, text, expected):
    assert described(text) == expected
