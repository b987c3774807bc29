package org.xinheng.kernel.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a pack may say of conduct, memoranda, retention and collective names. */
class BehaviourRulesTest {

    private static final String BEHAVIOUR = """
            behaviours:
              - id: wage-arrears
                label: 恶意欠薪
                named-as: [恶意欠薪]
                disposition: listable
                lists: [grave]
                basis: [{document: law, article: 第一条}]
                source: 某法
            """;

    private static final String MEMORANDUM = """
            memoranda:
              - id: defaulters
                label: 对某主体联合惩戒的合作备忘录
                named-as: [某主体]
                state: active
                initiator: market-regulator
                lists: [grave]
                measures: [no-bids]
                targets: [enterprise]
                basis: [{document: notice, article: 全文}]
                source: 某通知
            """;

    private static final String RETENTION = """
            retention:
              - id: penalties
                label: 行政处罚
                kept: record
                item: penalty
                from: end-of-use
                keep-for: P5Y
                basis: [{document: law, article: 第八条}]
                source: 某法
            """;

    private static final String GROUP = """
            groups:
              - {id: all, label: 各有关部门, members: [market-regulator, housing], source: 城市通知}
            """;

    @TempDir
    Path folder;

    PackFixture packs;

    @BeforeEach
    void aFaultlessPack() {
        packs = new PackFixture(folder)
                .write("national/behaviours/all.yaml", BEHAVIOUR)
                .write("national/memoranda/all.yaml", MEMORANDUM)
                .write("national/retention/all.yaml", RETENTION)
                .write("city/groups/all.yaml", GROUP);
    }

    @Test
    void whatIsRightHasNoFault() {
        assertThat(packs.faults()).isEmpty();

        var pack = PackReader.read(folder, "city");

        assertThat(pack.behaviours()).containsOnlyKeys("wage-arrears");
        assertThat(pack.memoranda()).containsOnlyKeys("defaulters");
        assertThat(pack.retention()).containsOnlyKeys("penalties");
        assertThat(pack.groups()).containsOnlyKeys("all");
    }

    @Test
    void aListableBehaviourNamesAnActiveSeriousList() {
        behaviour("lists: [grave]", "lists: []");
        finds("wage-arrears: names no list it may lead to");
        behaviour("lists: [grave]", "lists: [nothing]");
        finds("'nothing' is not defined in any layer");
        behaviour("named-as", "named-as");
        packs.list("origin: determined-here", "state: dormant\n    origin: determined-here");
        finds("a behaviour leads to active serious lists only");
    }

    @Test
    void whatLeadsToNoListSaysWhy() {
        behaviour("disposition: listable\n    lists: [grave]", "disposition: recorded\n    items: [penalty]");
        finds("says the reason why it leads to no list");
        behaviour("disposition: listable\n    lists: [grave]", "disposition: recorded\n    reason: 仅记录处罚");
        finds("names no item whose records show it");
        behaviour("disposition: listable", "disposition: dormant\n    reason: 无依据");
        finds("only a listable behaviour leads to a list");
    }

    @Test
    void aBehaviourWithEffectNeedsABasisInForce() {
        behaviour("document: law", "document: old-law");
        finds("document 'old-law' is not in force on 2026-04-01");
        behaviour(
                "disposition: listable\n    lists: [grave]\n    basis: [{document: law",
                "disposition: dormant\n    reason: 旧文件\n    basis: [{document: old-law");
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void speechAssemblyPetitionsAndTriviaHaveNoEffect() {
        for (var conduct : new String[] {"严重破坏网络空间传播秩序", "聚众扰乱社会秩序", "越级上访", "交通违法"}) {
            behaviour("named-as: [恶意欠薪]", "named-as: [" + conduct + "]");
            finds("which no pack may give an effect: dormant or refused");
        }
        behaviour(
                "named-as: [恶意欠薪]\n    disposition: listable\n    lists: [grave]",
                "named-as: [聚众扰乱社会秩序]\n    disposition: refused\n    reason: 不记录集会");
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void aMemorandumGroupsMeasuresOfItsOwnLists() {
        packs.exchanged("national/memoranda/all.yaml", MEMORANDUM, "measures: [no-bids]", "measures: [nothing]");
        finds("'nothing' is not defined in any layer");
        packs.exchanged("national/memoranda/all.yaml", MEMORANDUM, "measures: [no-bids]", "measures: []");
        finds("defaulters: groups no measure");
        packs.exchanged("national/memoranda/all.yaml", MEMORANDUM, "lists: [grave]", "lists: []");
        finds("'no-bids' is brought by none of the memorandum's lists");
        packs.exchanged("national/memoranda/all.yaml", MEMORANDUM, "state: active", "state: dormant");
        finds("what has no effect says the reason why");
    }

    @Test
    void onlyRecordsAreOfAnItem() {
        packs.exchanged("national/retention/all.yaml", RETENTION, "kept: record", "kept: query-log");
        finds("only records are of an item");
        finds("only records and listings are used for a time");
        packs.exchanged("national/retention/all.yaml", RETENTION, "item: penalty", "item: gossip");
        finds("'gossip' is not defined in any layer");
    }

    @Test
    void theLogOfQueriesIsKeptForFiveYearsAtLeast() {
        var queries = RETENTION.replace(
                "kept: record\n    item: penalty\n    from: end-of-use", "kept: query-log\n    from: closing");
        packs.write("national/retention/all.yaml", queries.replace("P5Y", "P59M"));
        finds("the log of queries is kept for five years at least");
        packs.write("national/retention/all.yaml", queries);
        assertThat(packs.faults()).isEmpty();
    }

    @Test
    void aCollectiveNameMeansKnownAgencies() {
        packs.exchanged("city/groups/all.yaml", GROUP, "[market-regulator, housing]", "[]");
        finds("a collective name means some agencies");
        packs.exchanged("city/groups/all.yaml", GROUP, "housing]", "nobody]");
        finds("'nobody' is not defined in any layer");
    }

    @Test
    void aNameIsSaidOnce() {
        behaviour("named-as: [恶意欠薪]", "named-as: [恶意欠薪, 恶意欠薪]");
        finds("says a name twice");
    }

    @Test
    void aClockOfPublicationHasDaysAgenciesAndABasis() {
        clock("{site: enterprise-publicity-system, agencies: [market-regulator], working-days: 20,"
                + " basis: {document: ministry-rule, article: 第八条}}");
        assertThat(packs.faults()).isEmpty();
        clock("{site: enterprise-publicity-system, agencies: [nobody], working-days: 0,"
                + " basis: {document: hearsay, article: 第八条}}");
        finds("'nobody' is not defined in any layer");
        finds("a clock runs for some days");
        finds("a clock cites no document of the register");
        clock("{site: credit-site, working-days: 20, basis: {document: law, article: 第八条}}");
        finds("the credit site's clock is the one of 'reporting-working-days'");
    }

    private void clock(String clock) {
        packs.item(
                "    fields:", "    reporting-working-days: 7\n    publication-clocks: [" + clock + "]\n    fields:");
    }

    private void behaviour(String was, String is) {
        packs.exchanged("national/behaviours/all.yaml", BEHAVIOUR, was, is);
    }

    private void finds(String message) {
        assertThat(packs.faults()).anyMatch(fault -> fault.contains(message));
    }
}
