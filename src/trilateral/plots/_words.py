"""What a picture says in each language, and how people are spelt in it."""

from typing import Final, NamedTuple

from trilateral._values.boards import Basis
from trilateral._values.events import EventStatus
from trilateral._values.labels import Language
from trilateral._values.people import NameKind, Person, Script

__all__ = ["WORDS", "Words", "spelt"]


class Words(NamedTuple):
    """What a picture says in one language, beside names and labels."""

    title: str
    foot: str
    added: str
    unknown: str
    vacant: str
    recorded: str
    projected: str
    holding_over: str
    hand_over: dict[Basis, str]
    summit: dict[EventStatus, str]
    gap: str
    open_gap: str


WORDS: Final = {
    Language.ENGLISH: Words(
        title="{board}s of the {secretariat}, and {summit}s",
        foot=(
            "By the {law}. Record of {edition}{added}; newest evidence on summits {as_of}. "
            "Hatched terms follow from the law alone."
        ),
        added=" with facts added",
        unknown="unknown",
        vacant="vacant",
        recorded="board on record",
        projected="projected by law",
        holding_over="holding over",
        hand_over={
            Basis.RECORDED: "hand-over, day recorded",
            Basis.INFERRED: "hand-over, day inferred",
            Basis.PROJECTED: "hand-over, day projected",
        },
        summit={
            EventStatus.HELD: "summit held",
            EventStatus.PLANNED: "summit planned",
            EventStatus.NOT_HELD: "summit planned, not held",
        },
        gap="gap: a calendar year without a summit",
        open_gap="gap, open as far as known",
    ),
    Language.CHINESE: Words(
        title="{secretariat}历届{board}与{summit}",
        foot="依据：{law}。记录版本：{edition}{added}；有关会议的最新证据：{as_of}。斜线部分仅按协定推算。",
        added="（含补充事实）",
        unknown="未知",
        vacant="空缺",
        recorded="有记录的一届",
        projected="按协定推算",
        holding_over="超期留任",
        hand_over={
            Basis.RECORDED: "交接日：有记录",
            Basis.INFERRED: "交接日：推断",
            Basis.PROJECTED: "交接日：推算",
        },
        summit={
            EventStatus.HELD: "会议：已举行",
            EventStatus.PLANNED: "会议：计划中",
            EventStatus.NOT_HELD: "会议：曾计划，未举行",
        },
        gap="间隔：有一历年未举行会议",
        open_gap="间隔：据现有资料尚未结束",
    ),
    Language.JAPANESE: Words(
        title="{secretariat}の歴代{board}と{summit}",
        foot="根拠：{law}。記録：{edition}版{added}、サミットに関する最新の資料：{as_of}。斜線の任期は協定のみに基づく見込み。",
        added="（追加の事実を含む）",
        unknown="不明",
        vacant="空席",
        recorded="記録のある期",
        projected="協定に基づく見込み",
        holding_over="任期満了後の在任",
        hand_over={
            Basis.RECORDED: "交代日：記録あり",
            Basis.INFERRED: "交代日：推定",
            Basis.PROJECTED: "交代日：見込み",
        },
        summit={
            EventStatus.HELD: "サミット：開催",
            EventStatus.PLANNED: "サミット：予定",
            EventStatus.NOT_HELD: "サミット：予定されたが未開催",
        },
        gap="空白：サミットのない暦年を含む期間",
        open_gap="空白：知られる限り継続中",
    ),
    Language.KOREAN: Words(
        title="{secretariat} 역대 {board}와 {summit}",
        foot="근거: {law}. 기록: {edition}판{added}, 정상회의에 관한 최신 자료: {as_of}. 빗금 친 임기는 협정에만 따른 예상.",
        added="(추가된 사실 포함)",
        unknown="미상",
        vacant="공석",
        recorded="기록이 있는 이사회",
        projected="협정에 따른 예상",
        holding_over="임기 만료 후 유임",
        hand_over={
            Basis.RECORDED: "교체일: 기록",
            Basis.INFERRED: "교체일: 추정",
            Basis.PROJECTED: "교체일: 예상",
        },
        summit={
            EventStatus.HELD: "정상회의: 개최",
            EventStatus.PLANNED: "정상회의: 예정",
            EventStatus.NOT_HELD: "정상회의: 예정되었으나 미개최",
        },
        gap="공백: 정상회의가 없는 해를 포함한 기간",
        open_gap="공백: 알려진 바로는 계속 중",
    ),
}

# In which scripts each language writes people, and in which it takes the name in their own country; the first found counts.
_OWN_SCRIPT: Final = {
    Language.CHINESE: Script.SIMPLIFIED,
    Language.JAPANESE: Script.JAPANESE,
    Language.KOREAN: Script.HANGUL,
}
_IN_IDEOGRAPHS: Final = frozenset({Language.CHINESE, Language.JAPANESE})
_IDEOGRAPHS: Final = frozenset({Script.SIMPLIFIED, Script.JAPANESE, Script.HANJA, Script.TRADITIONAL})


def spelt(person: Person, language: Language) -> str:
    """Return the name of a person as a language writes it, or else the preferred one, without line breaks."""
    fitting = [name for name in person.names if name.script is _OWN_SCRIPT.get(language) and name.kind is not NameKind.MISPRINT]
    if language in _IN_IDEOGRAPHS:
        fitting += [name for name in person.names if name.script in _IDEOGRAPHS and name.kind is NameKind.NATIVE]
    return " ".join((fitting[0].text if fitting else person.name).split())
