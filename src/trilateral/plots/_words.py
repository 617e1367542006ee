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
    by_law: str
    projected: str
    holding_over: str
    change: str
    boundary: dict[Basis, str]
    summit: dict[EventStatus, str]
    inferred: str
    gap: str
    open_gap: str
    sentences: "Sentences"


class Sentences(NamedTuple):
    """How the description is put together in one language."""

    board: str
    span: str
    holding_over: str
    basis: dict[Basis, str]
    tenure: str
    meetings: str
    meeting: str
    gap: str
    open_gap: str
    between: str


WORDS: Final = {
    Language.ENGLISH: Words(
        title="{board}s of the {secretariat}, and {summit}s",
        foot=(
            "By the {law}. Record of {edition}{added}; newest evidence on summits {as_of}. "
            "Hatched days follow from the law alone."
        ),
        added=" with facts added",
        unknown="unknown",
        vacant="vacant",
        recorded="board on record",
        by_law="recorded, but these days by law alone",
        projected="projected by law",
        holding_over="holding over",
        change="change of holder",
        boundary={
            Basis.RECORDED: "start or end, day recorded",
            Basis.INFERRED: "start or end, day inferred",
            Basis.PROJECTED: "start or end, day projected",
        },
        summit={
            EventStatus.HELD: "summit held",
            EventStatus.PLANNED: "summit planned",
            EventStatus.NOT_HELD: "summit planned, not held",
        },
        inferred="inferred, as no source says so",
        gap="gap: a calendar year without a summit",
        open_gap="gap, open as far as known",
        sentences=Sentences(
            board="{board} ({state}): {span}{over}; {office} {holders}.",
            span="{} to {}",
            holding_over=", holding over from {}",
            basis={Basis.RECORDED: "", Basis.INFERRED: " (inferred)", Basis.PROJECTED: " (projected)"},
            tenure="{}, {}",
            meetings="{}: {}.",
            meeting="no. {}, {}",
            gap="{}, between {} and {}.",
            open_gap="{}, since {}.",
            between="; ",
        ),
    ),
    Language.CHINESE: Words(
        title="{secretariat}历届{board}与{summit}",
        foot="依据：{law}。记录版本：{edition}{added}；有关会议的最新证据：{as_of}。斜线部分仅按协定推算。",
        added="（含补充事实）",
        unknown="未知",
        vacant="空缺",
        recorded="有记录的一届",
        by_law="有记录，但此段仅按协定推算",
        projected="按协定推算",
        holding_over="超期留任",
        change="职位更替",
        boundary={
            Basis.RECORDED: "起止日：有记录",
            Basis.INFERRED: "起止日：推断",
            Basis.PROJECTED: "起止日：推算",
        },
        summit={
            EventStatus.HELD: "会议：已举行",
            EventStatus.PLANNED: "会议：计划中",
            EventStatus.NOT_HELD: "会议：曾计划，未举行",
        },
        inferred="推断（无来源明言）",
        gap="间隔：有一历年未举行会议",
        open_gap="间隔：据现有资料尚未结束",
        sentences=Sentences(
            board="{board}（{state}）：{span}{over}；{office}{holders}。",
            span="{}至{}",
            holding_over="，自{}起超期留任",
            basis={Basis.RECORDED: "", Basis.INFERRED: "（推断）", Basis.PROJECTED: "（推算）"},
            tenure="{}（{}）",
            meetings="{}（{}）。",
            meeting="第{}次{}",
            gap="{}（{}与{}之间）。",
            open_gap="{}（自{}起）。",
            between="、",
        ),
    ),
    Language.JAPANESE: Words(
        title="{secretariat}の歴代{board}と{summit}",
        foot="根拠：{law}。記録：{edition}版{added}、サミットに関する最新の資料：{as_of}。斜線部分は協定のみに基づく見込み。",
        added="（追加の事実を含む）",
        unknown="不明",
        vacant="空席",
        recorded="記録のある期",
        by_law="記録はあるが、この期間は協定のみによる",
        projected="協定に基づく見込み",
        holding_over="任期満了後の在任",
        change="在任者の交代",
        boundary={
            Basis.RECORDED: "始期・終期：記録あり",
            Basis.INFERRED: "始期・終期：推定",
            Basis.PROJECTED: "始期・終期：見込み",
        },
        summit={
            EventStatus.HELD: "サミット：開催",
            EventStatus.PLANNED: "サミット：予定",
            EventStatus.NOT_HELD: "サミット：予定されたが未開催",
        },
        inferred="推定（明記した資料なし）",
        gap="空白：サミットのない暦年を含む期間",
        open_gap="空白：知られる限り継続中",
        sentences=Sentences(
            board="{board}（{state}）：{span}{over}。{office}は{holders}。",
            span="{}から{}まで",
            holding_over="、{}から任期満了後の在任",
            basis={Basis.RECORDED: "", Basis.INFERRED: "（推定）", Basis.PROJECTED: "（見込み）"},
            tenure="{}（{}）",
            meetings="{}（{}）。",
            meeting="第{}回{}",
            gap="{}（{}と{}の間）。",
            open_gap="{}（{}から）。",
            between="、",
        ),
    ),
    Language.KOREAN: Words(
        title="{secretariat} 역대 {board}와 {summit}",
        foot="근거: {law}. 기록: {edition}판{added}, 정상회의에 관한 최신 자료: {as_of}. 빗금 친 기간은 협정에만 따른 예상.",
        added="(추가된 사실 포함)",
        unknown="미상",
        vacant="공석",
        recorded="기록이 있는 이사회",
        by_law="기록이 있으나 이 기간은 협정에만 따름",
        projected="협정에 따른 예상",
        holding_over="임기 만료 후 유임",
        change="재임자 교체",
        boundary={
            Basis.RECORDED: "시작·종료일: 기록",
            Basis.INFERRED: "시작·종료일: 추정",
            Basis.PROJECTED: "시작·종료일: 예상",
        },
        summit={
            EventStatus.HELD: "정상회의: 개최",
            EventStatus.PLANNED: "정상회의: 예정",
            EventStatus.NOT_HELD: "정상회의: 예정되었으나 미개최",
        },
        inferred="추정(명시한 자료 없음)",
        gap="공백: 정상회의가 없는 해를 포함한 기간",
        open_gap="공백: 알려진 바로는 계속 중",
        sentences=Sentences(
            board="{board}({state}): {span}{over}; {office} {holders}.",
            span="{}부터 {}까지",
            holding_over=", {}부터 임기 만료 후 유임",
            basis={Basis.RECORDED: "", Basis.INFERRED: "(추정)", Basis.PROJECTED: "(예상)"},
            tenure="{}({})",
            meetings="{}({}).",
            meeting="제{}차 {}",
            gap="{}({} ~ {} 사이).",
            open_gap="{}({}부터).",
            between=", ",
        ),
    ),
}

# In which script each language writes people; Chinese and Japanese else take another in ideographs, at best the native one.
_OWN_SCRIPT: Final = {
    Language.ENGLISH: Script.LATIN,
    Language.CHINESE: Script.SIMPLIFIED,
    Language.JAPANESE: Script.JAPANESE,
    Language.KOREAN: Script.HANGUL,
}
_IN_IDEOGRAPHS: Final = frozenset({Language.CHINESE, Language.JAPANESE})
_IDEOGRAPHS: Final = frozenset({Script.SIMPLIFIED, Script.JAPANESE, Script.HANJA, Script.TRADITIONAL})


def spelt(person: Person, language: Language) -> str:
    """Return the name of a person as a language writes it, or else the preferred one, without line breaks."""
    names = [name for name in person.names if name.kind is not NameKind.MISPRINT]
    fitting = [name for name in names if name.script is _OWN_SCRIPT[language]]
    if language in _IN_IDEOGRAPHS:
        others = [name for name in names if name.script in _IDEOGRAPHS]
        fitting += sorted(others, key=lambda name: name.kind is not NameKind.NATIVE)
    return " ".join((fitting[0].text if fitting else person.name).split())
