package org.xinheng.kernel.pack;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A closed list of words that give away what must not stand in a pack. It finds what is called by its name; what hides
 * behind another is for the second pair of eyes.
 */
final class Vocabulary {

    /** Kinds of data no item may collect (征信业管理条例第十四条, 江苏省社会信用条例 and the design's third promise). */
    static final Vocabulary FORBIDDEN_DATA = new Vocabulary()
            .add("religion", "宗教", "信仰", "religion", "religious")
            .add("genes", "基因", "gene", "genetic", "dna")
            .add("fingerprints", "指纹", "fingerprint", "fingerprints")
            .add("blood type", "血型", "blood")
            .add("illness", "疾病", "病史", "病历", "健康状况", "illness", "disease", "medical history")
            .add("income", "收入", "工资", "income", "salary", "wage")
            .add("deposits", "存款", "deposits", "bank deposit")
            .add("securities", "证券", "股票", "securities")
            .add("insurance", "商业保险", "保单", "保险", "insurance")
            .add("property", "不动产", "房产", "财产", "real estate", "property")
            .add("tax amounts", "纳税数额", "纳税额", "税额", "缴税", "tax amount", "tax paid")
            .add("petitions", "信访", "上访", "请愿", "petition", "petitions")
            .add("opinions and speech", "言论", "舆情", "观点", "opinion", "speech")
            .add("assembly", "集会", "游行", "示威", "assembly", "demonstration")
            .add("traffic and household trivia", "闯红灯", "交通违法", "养犬", "垃圾分类", "物业费", "水电费")
            .add("staff appraisals", "考核结果", "民主测评", "appraisal")
            .add("complaints and leads", "投诉", "线索", "complaint", "complaints")
            .add("family", "家庭", "配偶", "子女", "亲属", "家属", "spouse", "children", "family")
            .except("社会保险");

    /** What Xinheng never does for anybody. */
    static final Vocabulary NEVER = new Vocabulary()
            .add("exposure", "曝光", "红黑榜", "示众", "exposure board", "name and shame", "wall of shame")
            .add("ranking persons", "个人排名", "人员排名", "积分排名", "排行榜", "ranking of persons", "rank persons")
            .add("family members", "家属", "家庭成员", "配偶", "子女", "亲属", "family member", "family members", "spouse")
            .add("watching opinions", "舆情", "群众评议", "public opinion")
            .add("social networks", "朋友圈", "微博", "社交媒体", "social network", "social media")
            .add("points that subtract", "扣分", "减分", "低分", "low score", "deduct points");

    /** What a city may switch on with more than a basis; a pack has no way yet to state all it needs. */
    static final Vocabulary SWITCHABLE = new Vocabulary()
            .add("watching after exit", "退出名单", "移出后", "修复后继续", "after exit", "formerly listed")
            .add("public service as evidence in repair", "公益服务修复", "志愿服务修复", "service as repair");

    /** Conduct that may have no effect here: the third promise's classes, by the words documents name them with. */
    static final Vocabulary BARRED_CONDUCT = new Vocabulary()
            .add("speech", "言论", "舆论", "网络空间", "传播", "谣言", "speech", "opinion", "opinions")
            .add("assembly", "聚众", "集会", "游行", "示威", "assembly", "demonstration")
            .add("petitioning", "信访", "上访", "请愿", "petition", "petitions")
            .add("traffic and household trivia", "交通违法", "违法交通", "文明交通", "闯红灯", "养犬", "垃圾分类", "物业费");

    private final SequencedMap<String, List<String>> classes = new LinkedHashMap<>();
    private String exception = "";

    private Vocabulary add(String name, String... words) {
        classes.put(name, List.of(words));
        return this;
    }

    private Vocabulary except(String phrase) {
        exception = phrase;
        return this;
    }

    /** The first class a word of which stands in the label; Chinese anywhere, English as whole words. */
    Optional<String> find(Label label) {
        return find(label.zh()).or(() -> find(label.en()));
    }

    /** The first class a word of which stands in the text or, camelCase taken apart, the name. */
    Optional<String> find(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        var chinese = exception.isEmpty() ? text : text.replace(exception, "");
        var english = " "
                + text.replaceAll("([A-Z])", " $1")
                        .replaceAll("[^A-Za-z]+", " ")
                        .toLowerCase(Locale.ROOT) + " ";
        return classes.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(word ->
                                chinese.contains(word) && word.charAt(0) > 'z' || english.contains(" " + word + " ")))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
