package org.xinheng.kernel.pack;

/** The rules of an indicator (指标): a share is a part of its own whole, and a weight one of a hundred. */
final class IndicatorRules {

    private static final int WHOLE = 100;

    private IndicatorRules() {}

    static void check(EntryRule rule, Indicator indicator) {
        var of = indicator.of();
        rule.faultIf(
                of != null && indicator.count().whole().filter(of::equals).isEmpty(),
                "of",
                "what is counted is no part of it, so the share would mean nothing");
        rule.faultIf(indicator.weight() < 0 || indicator.weight() > WHOLE, "weight", "a weight is from 0 to " + WHOLE);
        rule.neverWish("label", indicator.label());
    }
}
