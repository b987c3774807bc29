package org.xinheng.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.context.ApplicationContext;
import org.xinheng.platform.Visitor.Answer;
import org.xinheng.platform.access.Accounts;
import org.xinheng.platform.assessment.FixtureSchemes;
import org.xinheng.platform.disclosure.Kept;
import org.xinheng.platform.integrity.PublicBodies;
import org.xinheng.platform.listing.DeterminationQueries;
import org.xinheng.platform.listing.DeterminationState;
import org.xinheng.platform.listing.Determining;
import org.xinheng.platform.listing.FixtureLists;
import org.xinheng.platform.oversight.ImportDocument;
import org.xinheng.platform.oversight.TaskBoard;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.Role;

/** One thing of each kind that the pages show, and who may see them. */
final class ThingsOnPages {

    /** @param system a business system with its token */
    record Visitors(
            Visitor office, Visitor regulator, Visitor auditor, Visitor enterprise, Visitor nobody, Visitor system) {

        List<Visitor> people() {
            return List.of(office, regulator, auditor, enterprise, nobody);
        }
    }

    private static final Role[] ALL = {
        Role.REPORTER, Role.CHECKER, Role.DETERMINER, Role.LEGAL_REVIEWER, Role.DECIDER, Role.CREDIT_OFFICE
    };
    private static final String TODAY = FixtureSchemes.DAY.toString();

    private final ApplicationContext context;
    private final Visitors visitors;
    private final List<String> addresses = new ArrayList<>();
    private final Kept.Known organisation;

    ThingsOnPages(ApplicationContext context, Callers callers, int port) {
        this.context = context;
        organisation = context.getBean(Kept.class).organisation("常州虚构有事公司");
        callers.signedIn("things-office", "credit-office", ALL);
        callers.signedIn(
                "things-regulator",
                "market-regulator",
                Role.REPORTER,
                Role.CHECKER,
                Role.DETERMINER,
                Role.LEGAL_REVIEWER,
                Role.DECIDER);
        callers.signedIn("things-auditor", "audit", Role.AUDITOR);
        context.getBean(Accounts.class)
                .openSubject("things-enterprise", organisation.id(), Role.ENTERPRISE, "secret", Actor.platform("test"));
        visitors = new Visitors(
                Visitor.signedIn("things-office", port),
                Visitor.signedIn("things-regulator", port),
                Visitor.signedIn("things-auditor", port),
                Visitor.signedIn("things-enterprise", port),
                Visitor.stranger(port),
                Visitor.system(
                        "things-system",
                        port,
                        callers.bearer(
                                "things-system",
                                "market-regulator",
                                Set.of(Role.REPORTER, Role.CHECKER, Role.CREDIT_OFFICE, Role.RECIPIENT),
                                Set.of("construction-bidding"))));
    }

    Visitors visitors() {
        return visitors;
    }

    /** Of things that no page leads to. */
    List<String> addresses() {
        return addresses;
    }

    void make() {
        int year = FixtureSchemes.year(context);
        var assessment = path(submit(visitors.office(), "/console/assessments", "year", String.valueOf(year)));
        submit(visitors.office(), assessment + "/steps", "act", "SHOW");
        submit(
                visitors.regulator(),
                assessment + "/contests",
                "kind",
                "INDICATOR",
                "key",
                "timely-rows",
                "reason",
                "虚构");
        listings();
        tasks();
        ledgers();
        collection();
    }

    private void listings() {
        var kept = context.getBean(Kept.class);
        var determining = new Determining(context);
        var penalty = kept.penalty(organisation, "常市监罚〔2026〕虚9001号", true, Map.of());
        addresses.add("/console/subjects/" + organisation.id());
        addresses.add("/console/subjects/" + organisation.id() + "/amendments");
        addresses.add("/console/records/" + penalty);
        addresses.add("/console/determinations/new?record=" + penalty);
        addresses.add("/subjects/" + organisation.code());
        for (var state : List.of(
                DeterminationState.PROPOSED,
                DeterminationState.CROSS_CHECKED,
                DeterminationState.NOTICE_SERVED,
                DeterminationState.STATEMENT_CLOSED,
                DeterminationState.LEGALLY_REVIEWED,
                DeterminationState.DECIDED,
                DeterminationState.SERVED)) {
            var one = kept.organisation("常州虚构" + state.ordinal() + "公司");
            var record = kept.penalty(one, "常市监罚〔2026〕虚" + (9010 + state.ordinal()) + "号", true, Map.of());
            var determination = determining.upTo(state, one.id(), record);
            addresses.add("/console/determinations/" + determination);
            var listing = context.getBean(DeterminationQueries.class)
                    .view(determination, Determining.PROPOSER)
                    .listing();
            if (listing != null) {
                addresses.add("/console/listings/" + listing.id());
            }
        }
        addresses.add("/console/lists/red-list/candidates");
        new PublicBodies(context)
                .listed(new PublicBodies(context).body(9001, "虚构县财政局"), SettableClock.START.minusDays(70), null);
        new PublicBodies(context)
                .listed(new PublicBodies(context).body(9002, "虚构县水利局"), SettableClock.START.minusDays(7), null);
    }

    private void tasks() {
        var office = Callers.officer("things-office", "credit-office", Role.CREDIT_OFFICE);
        var importing = context.getBean(ImportDocument.class);
        var read = new ArrayList<org.xinheng.platform.shared.PolicyDocumentId>();
        for (int i = 0; i < 2; i++) {
            read.add(importing.read(
                    new ByteArrayInputStream("""
                关于印发有事第%1$d号任务分工的通知
                常信用办〔2026〕有事%1$d号
                各有关单位：
                现印发给你们。

                一、页面归集
                1.完善有事第%1$d号目录。按月梳理有事第%1$d号目录，2026年12月10日前完成。（牵头单位：市市场监管局，配合单位：市信用办）
                2.推进有事第%1$d号抽查。（责任单位：市住建局）
                """.formatted(i).getBytes(StandardCharsets.UTF_8)), "分工.txt", office));
        }
        importing.confirm(read.getFirst(), 1, office);
        for (var line : context.getBean(TaskBoard.class)
                .table(new TaskBoard.Filter(read.getFirst(), null, null, null, null), 0, 10, office)) {
            addresses.add("/console/tasks/" + line.id());
        }
        var task = addresses.get(addresses.size() - 2);
        submit(visitors.regulator(), task + "/questions", "text", "虚构的问题");
        submit(visitors.regulator(), task + "/extensions", "until", "2027-01-10", "reason", "虚构的理由");
        upload(visitors.regulator(), task + "/reports", Map.of("kind", "PROGRESS", "text", "虚构的进展"), "证明.txt", "虚构");
        submit(
                visitors.office(),
                "/console/tasks/circulars",
                "title",
                "虚构通报",
                "text",
                "虚构",
                "agencies",
                "market-regulator",
                "limit",
                "2027-02-10");
    }

    private void ledgers() {
        var ledger = "/console/integrity/";
        submit(visitors.office(), ledger + "decisions", "title", "虚构停车收费方案");
        submit(
                visitors.office(),
                ledger + "promises",
                "kind",
                "POLICY",
                "field",
                "SUBSIDY",
                "title",
                "虚构补贴",
                "text",
                "虚构",
                "document",
                "虚〔2026〕9号",
                "madeOn",
                TODAY,
                "due",
                "2027-03-10");
        submit(
                visitors.office(),
                ledger + "rounds",
                "title",
                "虚构评价",
                "group",
                "departments",
                "evaluator",
                "虚构研究院",
                "contract",
                "虚采〔2026〕8号",
                "from",
                "2026-01-01",
                "until",
                "2026-10-31");
        submit(
                visitors.office(),
                ledger + "campaigns",
                "title",
                "虚构治理",
                "purpose",
                "督促整改",
                "document",
                "guobanfa-2020-49",
                "article",
                "三",
                "item",
                "administrative-penalty",
                "atLeast",
                "1",
                "months",
                "24");
        var activity = path(submit(
                visitors.office(),
                ledger + "activities",
                "kind",
                "INTEGRITY_WEEK",
                "title",
                "虚构诚信周",
                "on",
                TODAY,
                "place",
                "虚构广场",
                "organiser",
                "虚构局",
                "participants",
                "80"));
        upload(visitors.office(), activity + "/files", Map.of(), "照片.txt", "虚构");
    }

    private void collection() {
        submit(
                visitors.office(),
                "/console/samples/register",
                "agency",
                "housing",
                "item",
                "administrative-penalty",
                "before",
                "常住建罚字〔2026〕",
                "first",
                "1",
                "last",
                "40",
                "after",
                "号",
                "size",
                "2");
        submit(
                visitors.office(),
                "/console/collection/duties",
                "agency",
                "market-regulator",
                "item",
                "credit-commitment",
                "from",
                "2026-10");
        addresses.add("/console/submissions/new?item=administrative-penalty");
        var sent = path(upload(
                visitors.regulator(),
                "/console/submissions",
                Map.of("item", "administrative-penalty"),
                "表.csv",
                "行政相对人名称,统一社会信用代码\r\n虚构,1\r\n"));
        for (var file : List.of("", "/progress", "/findings.csv", "/corrected.xlsx")) {
            addresses.add(sent + file);
        }
        var checked = submit(
                visitors.regulator(),
                "/console/check",
                "whom",
                "ORGANISATION",
                "matter",
                "administrative-approval",
                "code",
                organisation.code(),
                "purpose",
                "许可审查",
                "reference",
                "虚许〔2026〕1号");
        addresses.add(path(checked));
        upload(
                visitors.regulator(),
                "/console/check/names",
                Map.of("matter", "administrative-approval", "purpose", "评标", "reference", "CZ-1"),
                "names.csv",
                "统一社会信用代码,名称\r\n" + organisation.code() + ",虚构\r\n");
        submit(
                visitors.office(),
                "/console/subjects/" + organisation.id() + "/amendments",
                "kind",
                "RENAMED",
                "name",
                "常州虚构新名公司",
                "day",
                TODAY,
                "ground",
                "虚构的变更证明");
        submit(visitors.regulator(), "/console/lists/" + FixtureLists.CONSULTED_ON_PAGES + "/rules", "text", "草案见门户");
    }

    private static Answer submit(Visitor visitor, String address, String... fields) {
        var form = new LinkedHashMap<String, String>();
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return made(address, visitor.submit(address, form));
    }

    private static Answer upload(
            Visitor visitor, String address, Map<String, String> fields, String name, String content) {
        var body = new StringBuilder();
        fields.forEach((field, value) -> body.append("--b\r\nContent-Disposition: form-data; name=\"")
                .append(field)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n"));
        body.append("--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(content)
                .append("\r\n--b--\r\n");
        return made(address, visitor.post(address, "multipart/form-data; boundary=b", body.toString()));
    }

    private static String path(Answer redirects) {
        return redirects.header("location").replaceFirst("^https?://[^/]+", "");
    }

    private static Answer made(String address, Answer answer) {
        assertThat(answer.status()).as("%s: %s", address, answer.text()).isEqualTo(302);
        return answer;
    }
}
