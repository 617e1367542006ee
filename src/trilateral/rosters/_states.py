"""Which state a text means, where it is not written by its code, and which states are no members."""

from functools import lru_cache
from typing import Final
from unicodedata import category, normalize

__all__ = ["MEMBERS", "OTHERS", "code_of", "says_only_korea"]

# By alpha-3 code: every way to write a state that is recognised, without blanks and punctuation.
MEMBERS: Final = {
    "CHN": (
        "chn cn 156 china prc peoplesrepublicofchina thepeoplesrepublicofchina 中国 中國 中华人民共和国 中華人民共和国 "
        "中華人民共和國 중국 중화인민공화국"
    ),
    "JPN": "jpn jp 392 japan 日本 日本国 日本國 일본 일본국",
    "KOR": (
        "kor kr 410 korea rok southkorea republicofkorea therepublicofkorea koreatherepublicof korearepublicof koreasouth "
        "skorea korearep "
        "한국 대한민국 남한 韩国 韓国 韓國 大韩民国 大韓民国 大韓民國"
    ),
}
OTHERS: Final = {
    "PRK": (
        "prk kp 408 northkorea dprk dprkorea koreadpr democraticpeoplesrepublicofkorea koreademocraticpeoplesrepublicof "
        "koreathedemocraticpeoplesrepublicof thedemocraticpeoplesrepublicofkorea koreanorth "
        "nkorea 북한 북조선 조선민주주의인민공화국 朝鲜 "
        "北朝鮮 北朝鲜 朝鮮民主主義人民共和国 朝鲜民主主义人民共和国"
    ),
    "USA": (
        "usa us 840 unitedstates theunitedstates unitedstatesofamerica theunitedstatesofamerica america 미국 美国 美國 米国 "
        "アメリカ アメリカ合衆国"
    ),
}
_KOREA_ALONE: Final = frozenset({"korea"})

_CODES: Final = {text: code for states in (MEMBERS, OTHERS) for code, texts in states.items() for text in texts.split()}
_LONGEST: Final = 100


def code_of(text: str) -> str | None:
    """Return the alpha-3 code of the state that ``text`` means, if it is known here; "Korea" alone means KOR."""
    return text if text in MEMBERS else _code_of(text) if len(text) <= _LONGEST else None


@lru_cache(maxsize=1024)
def _code_of(text: str) -> str | None:
    return _CODES.get(_folded(text))


def says_only_korea(text: str) -> bool:
    """Return whether ``text`` leaves open which Korea it means, so that KOR is an assumption."""
    return _folded(text) in _KOREA_ALONE


def _folded(text: str) -> str:
    """Return ``text`` without blanks and punctuation; any other sign stays, as it may say something."""
    return "".join(char for char in normalize("NFKC", text).casefold() if category(char)[0] not in "PZ")
