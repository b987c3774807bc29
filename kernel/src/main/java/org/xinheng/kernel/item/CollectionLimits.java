package org.xinheng.kernel.item;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.pack.Item;
import org.xinheng.kernel.pack.ItemKind;
import org.xinheng.kernel.pack.Label;
import org.xinheng.kernel.pack.SubjectKind;

/**
 * What may never be collected whatever a file holds: the kinds of personal information that the Regulation on the Credit
 * Reporting Industry (征信业管理条例) article 14 forbids or ties to consent, and what the catalogue's promise adds: speech,
 * petitions and assembly, persons' penalties for public security, traffic and household trivia.
 */
public final class CollectionLimits {

    private static final List<String> TITLES = List.of(
            "宗教", "信仰", "基因", "指纹", "血型", "疾病", "病史", "病情", "收入", "存款", "有价证券", "商业保险", "不动产", "纳税数额", "缴税额", "信访",
            "上访", "言论");

    /** Penalties of natural persons under these are sealed (治安) or everyday trifles. */
    private static final List<String> PERSONAL_STATUTES =
            List.of("治安管理处罚法", "治安管理处罚条例", "道路交通安全法", "养犬管理条例", "生活垃圾管理条例");

    /** Nobody's penalty under these is collected: they are about petitions and assembly. */
    private static final List<String> STATUTES = List.of("集会游行示威法", "信访工作条例", "信访条例");

    /** Columns of dual publicity (双公示): only these say what was punished. Facts may well tell of a petition that led there. */
    private static final String BASIS = "CF_YJ";

    private static final String CONDUCT = "CF_WFXW";

    private static final List<String> CONDUCTS =
            List.of("信访", "上访", "缠访", "闹访", "请愿", "集会", "游行", "示威", "言论", "谣言", "舆情");

    private static final List<String> PERSONAL_CONDUCTS = List.of("闯红灯", "养犬", "垃圾分类", "文明交通", "违法停车");

    private CollectionLimits() {}

    /** The first title of a column that may not be collected. */
    public static Optional<String> forbiddenTitle(List<String> titles) {
        return titles.stream()
                .filter(title -> TITLES.stream().anyMatch(title::contains))
                .findFirst();
    }

    /** Why a row may not be collected, in a sentence that repeats nothing of it; null when it may. */
    static @Nullable Label refusal(Item item, SubjectKind subject, Map<String, String> values) {
        if (item.kind() != ItemKind.PENALTY) {
            return null;
        }
        var statute = first(value(item, BASIS, values), STATUTES);
        if (statute != null) {
            return new Label(
                    "依《" + statute + "》作出的处罚涉及信访、集会，依法不归集，请删去这一行。",
                    "Penalties under 《" + statute
                            + "》 are about petitions or assembly and not collected; please delete the row.");
        }
        boolean person = subject == SubjectKind.PERSON;
        var personal = person ? first(String.join("\n", values.values()), PERSONAL_STATUTES) : null;
        if (personal != null) {
            return new Label(
                    "自然人依《" + personal + "》受到的处罚依法不归集，请删去这一行。",
                    "Penalties of natural persons under 《" + personal + "》 are not collected; please delete the row.");
        }
        var conduct = value(item, CONDUCT, values);
        return first(conduct, CONDUCTS) != null || person && first(conduct, PERSONAL_CONDUCTS) != null
                ? new Label(
                        "言论、信访、集会和生活琐事不归集为信用信息，请删去这一行。",
                        "Speech, petitions, assembly and everyday trifles are not collected; please delete the row.")
                : null;
    }

    private static String value(Item item, String code, Map<String, String> values) {
        for (var field : item.fields()) {
            if (code.equals(field.code())) {
                return values.getOrDefault(field.id(), "");
            }
        }
        return "";
    }

    private static @Nullable String first(String value, List<String> words) {
        for (var word : words) {
            if (value.contains(word)) {
                return word;
            }
        }
        return null;
    }
}
