package org.xinheng.platform.intake;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.xinheng.kernel.bulletin.Bulletin;
import org.xinheng.kernel.bulletin.Bulletin.Cell;
import org.xinheng.kernel.bulletin.Bulletin.Section;
import org.xinheng.kernel.bulletin.Bulletin.Table;
import org.xinheng.platform.access.Permission;
import org.xinheng.platform.audit.Order;
import org.xinheng.platform.packs.Packs;
import org.xinheng.platform.shared.Actor;
import org.xinheng.platform.shared.AgencyId;
import org.xinheng.platform.shared.ItemId;
import org.xinheng.platform.shared.Role;

/**
 * The monthly bulletin on collection (月度通报), put together from the numbers as they stand. It names agencies and items,
 * never a subject. What a bulletin says is Chinese, as official papers are.
 */
@Component
public class CollectionBulletin {

    private final CollectionStatistics statistics;
    private final MonthlyReports monthly;
    private final Returns returns;
    private final CodeQuality codeQuality;
    private final Samples samples;
    private final Packs packs;
    private final Order order;
    private final IntakeSettings settings;

    CollectionBulletin(
            CollectionStatistics statistics,
            MonthlyReports monthly,
            Returns returns,
            CodeQuality codeQuality,
            Samples samples,
            Packs packs,
            Order order,
            IntakeSettings settings) {
        this.statistics = statistics;
        this.monthly = monthly;
        this.returns = returns;
        this.codeQuality = codeQuality;
        this.samples = samples;
        this.packs = packs;
        this.order = order;
        this.settings = settings;
    }

    /** The bulletin of a month, for the credit office to circulate. */
    public Bulletin of(YearMonth month, Actor actor) {
        Permission.require(actor, Role.CREDIT_OFFICE);
        var scope = CollectionScope.of(actor, packs.today(), null, null, month, month);
        var lines = statistics.lines(scope);
        var expected = monthly.expected(scope);
        var sections = new ArrayList<Section>();
        sections.add(new Section("一、总体情况", overview(month, lines, expected), null));
        sections.add(byAgency(lines, expected));
        sections.add(byItem(lines));
        sections.add(clocks(scope));
        sections.add(missing(expected));
        sections.add(returned(month));
        sections.add(codes(scope, lines));
        sections.add(sampled(month));
        return new Bulletin(
                "公共信用信息归集情况通报（" + month.getYear() + "年" + month.getMonthValue() + "月）",
                agency(AgencyId.CREDIT_OFFICE),
                order.today(),
                sections);
    }

    private List<String> overview(
            YearMonth month, List<CollectionStatistics.Line> lines, List<MonthlyReports.Expected> expected) {
        var sum = lines.stream()
                .map(CollectionStatistics.Line::count)
                .reduce(CollectionCount.NONE, CollectionCount::plus);
        var coverage = MonthlyReports.Coverage.of(expected);
        var agencies =
                lines.stream().map(CollectionStatistics.Line::agency).distinct().count();
        var words = new ArrayList<String>();
        words.add("%d年%d月，全市 %d 个单位报送 %d 批次、%d 行，收入 %d 行，退回 %d 行，重复 %d 行。"
                .formatted(
                        month.getYear(),
                        month.getMonthValue(),
                        agencies,
                        sum.submissions(),
                        sum.rows(),
                        sum.accepted(),
                        sum.refused(),
                        sum.duplicates()));
        words.add("及时率 %s，合规率 %s，差错率 %s，重复率 %s；应报 %d 项次，已报或者零报告 %d 项次，覆盖率 %s。"
                .formatted(
                        text(sum.timely()),
                        text(sum.compliant()),
                        text(sum.erroneous()),
                        text(sum.duplicated()),
                        coverage.due(),
                        coverage.answered(),
                        text(coverage.percent())));
        words.add("口径：及时率=时限内收到的行÷收入的有时限的行；合规率=收入÷（收入+退回）；差错率=退回÷报送；重复率=重复÷报送；"
                + "覆盖率=已报送或者作零报告的应报项次÷到期的应报项次（月末后 " + settings.monthlyWorkingDays()
                + " 个工作日到期，为本市参数）。按收到日期计入当月，已撤回的批次不计。");
        return words;
    }

    private static String text(@Nullable BigDecimal percent) {
        return Cell.percent(percent).text();
    }

    private Section byAgency(List<CollectionStatistics.Line> lines, List<MonthlyReports.Expected> expected) {
        var counts = CollectionStatistics.by(lines, line -> line.agency().value());
        var coverage = expected.stream()
                .collect(Collectors.groupingBy(
                        one -> one.agency().value(),
                        TreeMap::new,
                        Collectors.collectingAndThen(Collectors.toList(), MonthlyReports.Coverage::of)));
        coverage.keySet().forEach(agency -> counts.putIfAbsent(agency, CollectionCount.NONE));
        var columns = new ArrayList<>(List.of("单位"));
        columns.addAll(COLUMNS);
        columns.add("覆盖率");
        var rows = counts.entrySet().stream()
                .map(entry -> {
                    var cells = cells(agency(new AgencyId(entry.getKey())), entry.getValue());
                    var covered = coverage.get(entry.getKey());
                    cells.add(Cell.percent(covered == null ? null : covered.percent()));
                    return (List<Cell>) cells;
                })
                .toList();
        return new Section("二、各单位报送情况", "按单位统计如下。", new Table(columns, rows));
    }

    private Section byItem(List<CollectionStatistics.Line> lines) {
        var columns = new ArrayList<>(List.of("信息类别"));
        columns.addAll(COLUMNS);
        var rows = CollectionStatistics.by(lines, line -> line.item().value()).entrySet().stream()
                .map(entry -> (List<Cell>) cells(item(new ItemId(entry.getKey())), entry.getValue()))
                .toList();
        return new Section("三、各类信息归集情况", "按信息类别统计如下。", new Table(columns, rows));
    }

    /** The clocks of sites beside the credit sites, whose timeliness stands in the tables above. */
    private Section clocks(CollectionScope scope) {
        var rows = statistics.clocksByAgency(scope).stream()
                .map(one -> Bulletin.row(
                        Cell.of(agency(one.agency())),
                        Cell.of(item(one.item())),
                        Cell.of(SiteClocks.zh(one.site())),
                        Cell.of(one.clocked()),
                        Cell.of(one.late()),
                        Cell.percent(one.timely())))
                .toList();
        return rows.isEmpty()
                ? new Section("四、其他网站的公示时限", List.of("本月收到的信息没有其他网站的公示时限。"), null)
                : new Section(
                        "四、其他网站的公示时限",
                        "法律另外规定了公示网站和时限的决定，收到时时限已过的计为迟。信用网站的时限见前表的及时率。",
                        new Table(List.of("单位", "信息类别", "网站", "有时限的", "已过时限", "及时率"), rows));
    }

    private Section missing(List<MonthlyReports.Expected> expected) {
        var wanting = expected.stream()
                .filter(one -> one.standing() == MonthlyReports.Standing.MISSING
                        || one.standing() == MonthlyReports.Standing.CONTRADICTED)
                .map(one -> Bulletin.row(
                        Cell.of(agency(one.agency())),
                        Cell.of(item(one.item())),
                        Cell.of(one.standing() == MonthlyReports.Standing.MISSING ? "未报送，也未作零报告" : "作了零报告，又有当月决定")))
                .toList();
        return wanting.isEmpty()
                ? new Section("五、应报未报", List.of("没有到期未报的单位。"), null)
                : new Section("五、应报未报", "以下单位应报未报，请尽快补报。", new Table(List.of("单位", "信息类别", "情况"), wanting));
    }

    private Section returned(YearMonth month) {
        var rows = returns.tally(month.atDay(1), month.atEndOfMonth()).stream()
                .map(one -> Bulletin.row(
                        Cell.of(agency(one.agency())),
                        Cell.of(one.opened()),
                        Cell.of(one.settled()),
                        Cell.of(one.overdue())))
                .toList();
        return rows.isEmpty()
                ? new Section("六、退回改正", List.of("本月没有退回。"), null)
                : new Section(
                        "六、退回改正",
                        "退回的信息应当在 " + settings.mendWorkingDays() + " 个工作日内改正（本市参数），办理情况截至 " + order.today() + "。",
                        new Table(List.of("单位", "退回件数", "已办结", "超期未改正"), rows));
    }

    private Section codes(CollectionScope scope, List<CollectionStatistics.Line> lines) {
        var rows = codeQuality.lines(scope, lines).stream()
                .filter(line -> line.faults() > 0)
                .map(line -> Bulletin.row(
                        Cell.of(agency(line.agency())),
                        Cell.of(line.wrong()),
                        Cell.of(line.missing()),
                        Cell.of(line.doubtful())))
                .toList();
        return rows.isEmpty()
                ? new Section("七、统一社会信用代码质量", List.of("本月没有发现代码问题。"), null)
                : new Section(
                        "七、统一社会信用代码质量", "以下单位报送的代码有问题，请核对改正。", new Table(List.of("单位", "错码", "缺码", "代码与名称不符"), rows));
    }

    private Section sampled(YearMonth month) {
        var rows = samples.drawnBetween(month.atDay(1), month.atEndOfMonth()).stream()
                .map(one -> Bulletin.row(
                        Cell.of(agency(one.agency())),
                        Cell.of(item(one.item())),
                        Cell.of(one.size()),
                        Cell.of(one.found()),
                        Cell.of(one.concealed()),
                        Cell.percent(CollectionCount.percent(one.concealed(), one.counted()))))
                .toList();
        return rows.isEmpty()
                ? new Section("八、瞒报抽查", List.of("本月没有抽查。"), null)
                : new Section(
                        "八、瞒报抽查",
                        "瞒报率=瞒报÷应报的抽查决定；空号和依法不报的不计。",
                        new Table(List.of("单位", "信息类别", "抽查数", "已有结论", "瞒报", "瞒报率"), rows));
    }

    private static final List<String> COLUMNS =
            List.of("批次", "报送行数", "收入", "退回", "重复", "迟报", "及时率", "合规率", "差错率", "重复率");

    private static ArrayList<Cell> cells(String name, CollectionCount count) {
        return new ArrayList<>(List.of(
                Cell.of(name),
                Cell.of(count.submissions()),
                Cell.of(count.rows()),
                Cell.of(count.accepted()),
                Cell.of(count.refused()),
                Cell.of(count.duplicates()),
                Cell.of(count.late()),
                Cell.percent(count.timely()),
                Cell.percent(count.compliant()),
                Cell.percent(count.erroneous()),
                Cell.percent(count.duplicated())));
    }

    private String agency(AgencyId id) {
        var agency = packs.today().agencies().get(id.value());
        return agency == null ? id.value() : agency.label().zh();
    }

    private String item(ItemId id) {
        var item = packs.today().items().get(id.value());
        return item == null ? id.value() : item.label().zh();
    }
}
