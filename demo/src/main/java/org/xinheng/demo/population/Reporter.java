package org.xinheng.demo.population;

/** An agency with a system of its own that reports, by the ids packs give agencies in every city. */
public enum Reporter {
    APPROVAL("approval", "审批"),
    MARKET_REGULATOR("market-regulator", "市监"),
    HOUSING("housing", "建"),
    TAX("tax", "税"),
    COURT("court", "法"),
    CREDIT_OFFICE("credit-office", "信用"),
    ECOLOGY("ecology-environment", "环"),
    EMERGENCY("emergency-management", "应急"),
    CUSTOMS("customs", "关");

    private static final int FIRST_CODE = 29 * 31 * 31 * 31;

    private final String agency;
    private final String sign;

    Reporter(String agency, String sign) {
        this.agency = agency;
        this.sign = sign;
    }

    /** Id of the agency in the packs. */
    public String agency() {
        return agency;
    }

    /** Id of its API client. */
    public String client() {
        return agency + "-system";
    }

    /** How its document numbers begin; 衡 is no city's. */
    String sign() {
        return "衡" + sign;
    }

    /** A fictional credit code: the packs name no real one. */
    String code() {
        return FictionalCodes.organisation("11", FIRST_CODE + ordinal());
    }
}
