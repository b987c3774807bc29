package org.xinheng.kernel.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One made-up document for each kind of irregularity; none of them may lose a character. */
class PolicyDocumentTest {

    private String source = "";
    private PolicyDocument document = Documents.read("某信用办〔2020〕1号\n1.甲。（责任单位：市甲局）");

    @AfterEach
    void noCharacterIsLost() {
        assertThat(Documents.difference(source, document)).isEmpty();
    }

    @Test
    void bracketsOpenOneKindAndCloseAnother() {
        read("""
                附件
                某市任务分工
                一、总则
                1.建立台账（含电子台账）。(责任单位：市发改委）
                2.公开结果。【牵头单位：市司法局；配合单位：市财政局)
                3.开展培训〔责任单位：市人社局]。
                4.推进试点（街道、社区）建设。(牵头单位:市民政局(市社会组织局))
                """);

        assertThat(document.tasks())
                .extracting(Task::text, Documents::units)
                .containsExactly(
                        tuple("建立台账（含电子台账）。", "R 市发改委"),
                        tuple("公开结果。", "L 市司法局 C 市财政局"),
                        tuple("开展培训", "R 市人社局"),
                        tuple("推进试点（街道、社区）建设。", "L 市民政局(市社会组织局)"));
        assertThat(document.doubts()).isEmpty();
    }

    @Test
    void aPageCutsASentenceABracketAndAName() {
        read("""
                附件

                某市任务分工

                一、归集信息

                1. 完善归集机制，将行政许可、行政处罚等信息及时归集到市公共

                — 2 —

                信用信息平台，并向社会公示。（责任单位：市发

                改委、市行政审

                - 3 -
                批局和市相关

                部门）

                2. 编制目录，明确标准。（责任单位：市大数据局）
                """);

        assertThat(document.tasks())
                .extracting(Task::number, Task::text, Documents::units)
                .containsExactly(
                        tuple("1", "完善归集机制，将行政许可、行政处罚等信息及时归集到市公共信用信息平台，并向社会公示。", "R 市发改委 R 市行政审批局 R 市相关部门"),
                        tuple("2", "编制目录，明确标准。", "R 市大数据局"));
        assertThat(document.passages(Passage.Kind.PARAGRAPH))
                .extracting(Passage::line, Passage::text)
                .containsExactly(tuple(9, "—2—"), tuple(15, "-3-"));
    }

    @Test
    void blanksStandInsideWords() {
        read(
                "\u3000\u3000附\u00A0件\n\n某市  任务\u2002分工\n\n一 、 总\u3000则\n\n（ 一 ）机\u00A0制\n\n1 .\u2002建立 台\u00A0账。（责 任 单 位 ：市 发\u2002改委、市财政\u3000局）");

        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath, Task::title, Documents::units)
                .containsExactly(tuple("1", List.of("一、总则", "（一）机制"), "建立台账", "R 市发改委 R 市财政局"));
        assertThat(document.title()).isEqualTo("某市任务分工");
    }

    @Test
    void numbersAreMissingRepeatedOrStartAgain() {
        read("""
                附件
                某市任务分工
                一、甲
                1.建立机制。（责任单位：市甲局）
                3.落实责任。（责任单位：市乙局）
                3.强化监督。（责任单位：市丙局）
                二、乙
                1、开展宣传。（责任单位：市丁局）
                没有编号的工作也要落实。（责任单位：市戊局）
                """);

        assertThat(document.tasks()).extracting(Task::number).containsExactly("1", "3", "3", "1", null);
        assertThat(document.tasks()).extracting(Task::line).containsExactly(4, 5, 6, 8, 9);
        assertThat(document.doubts())
                .extracting(Doubt::kind, Doubt::line)
                .containsExactly(tuple(Doubt.Kind.NUMBER_SKIPPED, 5), tuple(Doubt.Kind.NUMBER_REPEATED, 6));
    }

    @Test
    void aNoticeListsItsAnnexesAndEachAnnexCountsAnew() {
        read("""
                某市社会信用体系建设领导小组办公室文件
                某信用办〔2019〕10号
                关于印发信用体系建设任务
                分工的通知
                市各有关部门：
                　　现将任务分工印发给你们，请认真落实。
                　　附件：1.政务诚信任务分工
                　　　　　2.个人诚信任务分工
                某市社会信用体系建设领导小组办公室
                2019年5月6日
                附件1
                政务诚信任务分工
                为贯彻落实市政府有关意见（某政发〔2018〕77号），现就任务分工如下：
                一、依法行政
                1.健全机制。明确程序。（牵头单位：市司法局）
                附件 2：
                个人诚信任务分工
                按照要求，现将任务分工如下：
                一、诚信教育
                1.健全机制。完善课程。（牵头单位：市教育局，配合单位：团市委）
                """);

        assertThat(document.title()).isEqualTo("关于印发信用体系建设任务分工的通知");
        assertThat(document.documentNumber()).isEqualTo("某信用办〔2019〕10号");
        assertThat(document.issuer()).isEqualTo("某市社会信用体系建设领导小组办公室");
        assertThat(document.issueDate()).isEqualTo(LocalDate.of(2019, 5, 6));
        assertThat(document.tasks())
                .extracting(Task::sectionPath, Task::title, Documents::units)
                .containsExactly(
                        tuple(List.of("附件1政务诚信任务分工", "一、依法行政"), "健全机制", "L 市司法局"),
                        tuple(List.of("附件2个人诚信任务分工", "一、诚信教育"), "健全机制", "L 市教育局 C 团市委"));
        assertThat(document.passages(Passage.Kind.PARAGRAPH))
                .extracting(Passage::text)
                .contains("附件：1.政务诚信任务分工", "2.个人诚信任务分工", "按照要求，现将任务分工如下：");
    }

    @Test
    void groupsAreFlattenedToOneCellALine() {
        read("""
                附件3
                个人诚信任务分工
                一、信用记录
                1.建立档案。（责任单位:市各有关部门,具体分工见附表）
                二、重点职业人群分工
                序号
                重点职业人群
                牵头单位
                1
                公务员
                市委组织部、市公务员
                管理局
                2
                食品药品关键岗位
                从业人员
                市市场监督管理局
                3
                金融从业人员
                市地方金融监督管理局、人民银行某市中心支行
                """);

        assertThat(document.tasks())
                .singleElement()
                .satisfies(task -> assertThat(task.remark()).isEqualTo("具体分工见附表"));
        assertThat(document.groups())
                .extracting(PersonGroup::number, PersonGroup::name, PersonGroup::leadUnits)
                .containsExactly(
                        tuple("1", "公务员", List.of("市委组织部", "市公务员管理局")),
                        tuple("2", "食品药品关键岗位从业人员", List.of("市市场监督管理局")),
                        tuple("3", "金融从业人员", List.of("市地方金融监督管理局", "人民银行某市中心支行")));
    }

    @Test
    void groupsWithoutAHeadAreToldByTheirNumbers() {
        read("""
                附件
                重点人群信用建设分工
                1
                律师、公证员
                市司法局
                2
                教师
                市教育局
                3
                机动车驾驶人
                市公安局、市交通运输局
                """);

        assertThat(document.groups()).extracting(PersonGroup::name).containsExactly("律师、公证员", "教师", "机动车驾驶人");
        assertThat(document.tasks()).isEmpty();
    }

    @Test
    void safeguardsCloseAPlanAndNoTask() {
        read("""
                某市实施方案
                一、总体要求
                （一）指导思想。全面贯彻有关精神。
                （二）主要目标
                制度基本健全，环境显著改善。
                二、重点任务
                （一）完善机制
                1.实施惩戒。重点包括:一是严重危害安全的行为。
                二是严重破坏秩序的行为。
                三是拒不履行义务的行为。(市法院、市公安局牵头,市司法局等按职责分工负责)
                2.推进公示。2020年年底前率先实施。(市行政审批局负责)
                三、保障措施
                一是加强领导。各单位落实人员。
                二是强化考核。纳入年度考核。定期
                通报。三是加强宣传。营造氛围。
                """);

        assertThat(document.tasks())
                .extracting(Task::title, Documents::units)
                .containsExactly(tuple("实施惩戒", "L 市法院 L 市公安局 R 市司法局"), tuple("推进公示", "R 市行政审批局"));
        assertThat(document.tasks().getLast().deadline())
                .isEqualTo(new Deadline("2020年年底前", LocalDate.of(2020, 12, 31)));
        assertThat(document.safeguards())
                .extracting(Safeguard::number, Safeguard::text)
                .containsExactly(
                        tuple("一是", "加强领导。各单位落实人员。"), tuple("二是", "强化考核。纳入年度考核。定期通报。"), tuple("三是", "加强宣传。营造氛围。"));
        assertThat(document.passages(Passage.Kind.HEADING))
                .extracting(Passage::text)
                .contains("一、总体要求", "（一）指导思想。", "（二）主要目标", "三、保障措施");
    }

    @Test
    void aWebPageAddsLinesBeforeAndAfter() {
        read("""
                首页
                政务公开
                当前位置：首页 > 信息公开 > 政策文件
                索引号：014000000/2020-00001
                发布机构：市政务数据中心
                公开日期：2020-06-01
                关于印发《某市任务分工》的通知
                【打印】 【关闭】 字体：大 中 小
                某信用办〔2020〕3号
                各县区人民政府，市各有关部门：
                现印发给你们。
                某市社会信用体系建设领导小组办公室
                二〇二〇年五月六日
                附件
                某市任务分工
                一、总则
                1.建立机制。（责任单位：市发改委）
                上一篇：关于开展培训的通知
                版权所有：某市人民政府 苏ICP备00000000号
                主办单位：某市发展和改革委员会 技术支持：信息中心
                """);

        assertThat(document.title()).isEqualTo("关于印发《某市任务分工》的通知");
        assertThat(document.issuer()).isEqualTo("某市社会信用体系建设领导小组办公室");
        assertThat(document.issueDate()).isEqualTo(LocalDate.of(2020, 5, 6));
        assertThat(document.tasks()).extracting(Task::text, Documents::units).containsExactly(tuple("建立机制。", "R 市发改委"));
        assertThat(document.doubts()).isEmpty();
    }

    @Test
    void headingsStandWithoutTasksAndTasksOfAHeadingOnly() {
        read("""
                附件
                某市任务分工
                一、指导思想
                坚持问题导向，注重实效。
                二、重点领域
                （一）政务诚信
                （二）商务诚信
                1.加强对失信行为的行政性约束和惩戒。(责任单位:市财政局)
                2.加强宣传教育(责任单位:市委宣传部)
                3.强化目录清单制管理，编制发布公共信用信息补充目录和失信惩戒措施补充清单。(责任单位:市信用办)
                """);

        assertThat(document.tasks()).extracting(Task::title).containsExactly("加强对失信行为的行政性约束和惩戒", "加强宣传教育", null);
        assertThat(document.tasks()).extracting(Task::sectionPath).containsOnly(List.of("二、重点领域", "（二）商务诚信"));
        assertThat(document.passages(Passage.Kind.HEADING))
                .extracting(Passage::text)
                .contains("一、指导思想", "（一）政务诚信");
    }

    @Test
    void aTablePastedAsTextHasChaptersAndDeadlines() {
        read(
                "附件\n\n某市重点任务分工表\n\n\t序号\n\t工 作 任 务\n\t牵头单位\n\t配合单位\n\t完成时限\n\n一、政务诚信\n\n\t1\n\t建立台账。按月登记。\n\t市发改委\n\t市财政局、市审计局等\n\t2020年6月\n\n\t2\n\t开展培训\n\t市人社局\n\t市委组织部\n\t长期\n二、商务诚信\n\t3\n\t推进应用。扩大规模。\n\t市金融办\n\t市人行\n\t2021年底前");

        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath, Task::title, Documents::units, Task::openEnded)
                .containsExactly(
                        tuple("1", List.of("一、政务诚信"), "建立台账", "L 市发改委 C 市财政局 C 市审计局", true),
                        tuple("2", List.of("一、政务诚信"), "开展培训", "L 市人社局 C 市委组织部", false),
                        tuple("3", List.of("二、商务诚信"), "推进应用", "L 市金融办 C 市人行", false));
        assertThat(document.tasks())
                .extracting(
                        task -> task.deadline() == null ? null : task.deadline().date())
                .containsExactly(LocalDate.of(2020, 6, 30), null, LocalDate.of(2021, 12, 31));
    }

    @Test
    void aTableMayHaveARowInOneLineAndLackANumber() {
        read("重点任务分工表\n序号\t工作任务\t责任单位\n1\t建立机制。明确职责。\t市发改委\n\t完善制度。\t市司法局\n3\t加强宣传。\t牵头单位：市委宣传部；配合单位：市文明办");

        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath, Documents::units)
                .containsExactly(
                        tuple("1", List.of("重点任务分工表"), "R 市发改委"),
                        tuple(null, List.of("重点任务分工表"), "R 市司法局"),
                        tuple("3", List.of("重点任务分工表"), "L 市委宣传部 C 市文明办"));
    }

    @Test
    void tasksOfASectionMayHaveTheirUnitsInItsHeading() {
        read("""
                附件
                某市任务分工
                一、完善制度（牵头单位：市发改委，配合单位：市司法局）
                1.制定办法。
                2.明确标准。
                二、归集信息
                1.建立数据库。（责任单位：市大数据局）
                2.编制目录。（责任单位：市大数据局）
                3.推广应用。
                责任单位：市金融办、市人行
                """);

        assertThat(document.tasks())
                .extracting(Task::sectionPath, Documents::units)
                .containsExactly(
                        tuple(List.of("一、完善制度"), "L 市发改委 C 市司法局"),
                        tuple(List.of("一、完善制度"), "L 市发改委 C 市司法局"),
                        tuple(List.of("二、归集信息"), "R 市大数据局"),
                        tuple(List.of("二、归集信息"), "R 市大数据局"),
                        tuple(List.of("二、归集信息"), "R 市金融办 R 市人行"));
    }

    @Test
    void chaptersAreTasksWhereNothingStandsBelowThem() {
        read("""
                关于加快信用建设的任务分解
                一、加强宣传。积极宣传政策。（责任单位：市委宣传部）
                二、加强教育。开展诚信教育。（责任单位：市教育局）
                """);

        assertThat(document.tasks())
                .extracting(Task::number, Task::sectionPath)
                .containsExactly(tuple("一", List.of()), tuple("二", List.of()));
    }

    @Test
    void linesWrappedAtAWidthAreJoined() {
        read("""
                　　附件
                　　某市社会信用体系建设重点任务分工
                　　一、加快推进全市统一的公共信用信息平台建设和各领域信用信息
                系统互联互通
                　　1.优化平台功能，发挥信息归集共享枢纽作用，加快与权力清单运
                行平台、投资项目在线审批监管平台、公共资源交易平台联通，实现信
                息共享。（责任单位：市发改委、市大数据局、市行政审批局、市公共资
                源交易中心）
                　　2.各有关部门依据权责清单和查询事项目录，将信用信息查询使用嵌
                入审批和监管工作流程。
                　　建立反馈机制，定期通报。（责任单位：市各有关部门）
                　　3.加强宣传。（责任单位：市委宣传部）
                　　4.加强培训，提高队伍的业务能力和服务水平，打造专业化工作队伍。
                （责任单位：市人社局）
                """);

        assertThat(document.tasks())
                .extracting(Task::number, Documents::units)
                .containsExactly(
                        tuple("1", "R 市发改委 R 市大数据局 R 市行政审批局 R 市公共资源交易中心"),
                        tuple("2", "R 市各有关部门"),
                        tuple("3", "R 市委宣传部"),
                        tuple("4", "R 市人社局"));
        assertThat(document.tasks())
                .extracting(Task::sectionPath)
                .containsOnly(List.of("一、加快推进全市统一的公共信用信息平台建设和各领域信用信息系统互联互通"));
    }

    @Test
    void whatCannotBeReadIsReportedWithItsLineAndKept() {
        read("""
                附件
                某市任务分工
                一、总则
                1.建立机制。（责任单位：市发改委）
                某种没有来由的文字
                2.完善制度。（责任单位：市司法局、各种力量的支持
                3.落实责任。（责任单位：市财政局）
                """);

        assertThat(document.passages(Passage.Kind.PARAGRAPH))
                .extracting(Passage::line, Passage::text)
                .containsExactly(tuple(5, "某种没有来由的文字"));
        assertThat(document.doubts())
                .extracting(Doubt::kind, Doubt::line)
                .containsExactly(
                        tuple(Doubt.Kind.UNREAD, 5),
                        tuple(Doubt.Kind.UNITS_NOT_CLOSED, 6),
                        tuple(Doubt.Kind.UNIT_UNLIKELY, 6));
        assertThat(document.tasks()).hasSize(3);
    }

    @Test
    void aDocumentThatBreaksOffSaysSo() {
        read("""
                附件
                某市任务分工
                一、总则
                1.建立机制。（责任单位：市发改委）
                2.完善制度，明确各部门""");

        assertThat(document.doubts()).extracting(Doubt::kind).contains(Doubt.Kind.BREAKS_OFF);
    }

    @Test
    void anyCharsetOfChinaWillDo() {
        source = "附件\n某市任务分工\n一、总则\n1.建立机制。（责任单位：市发改委）";
        for (var bytes : List.of(
                source.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + source).getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + source).getBytes(StandardCharsets.UTF_16LE),
                source.replace("\n", "\r\n").getBytes(Charset.forName("GB18030")))) {
            document = Documents.read(bytes);

            assertThat(document.tasks()).extracting(Task::text).containsExactly("建立机制。");
        }
    }

    private void read(String text) {
        source = text;
        document = Documents.read(text);
    }
}
