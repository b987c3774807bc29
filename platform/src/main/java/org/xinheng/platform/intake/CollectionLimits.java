package org.xinheng.platform.intake;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What may never be collected whatever a file holds: the kinds of personal information that the Regulation on the Credit
 * Reporting Industry (征信业管理条例) article 14 forbids or ties to consent, and what the catalogue's promise adds.
 */
final class CollectionLimits {

    private static final List<String> TITLES = List.of(
            "宗教", "信仰", "基因", "指纹", "血型", "疾病", "病史", "病情", "收入", "存款", "有价证券", "商业保险", "不动产", "纳税数额", "缴税额", "信访",
            "上访", "言论");

    /** Penalties of natural persons under these are sealed (治安) or everyday trifles (交通). */
    private static final List<String> STATUTES = List.of("治安管理处罚法", "治安管理处罚条例", "道路交通安全法");

    private CollectionLimits() {}

    /** The first title of a column that may not be collected. */
    static Optional<String> forbiddenTitle(List<String> titles) {
        return titles.stream()
                .filter(title -> TITLES.stream().anyMatch(title::contains))
                .findFirst();
    }

    /** The statute because of which a natural person's penalty is not collected; null when there is none. */
    static @Nullable String forbiddenStatute(String basis) {
        return STATUTES.stream().filter(basis::contains).findFirst().orElse(null);
    }
}
