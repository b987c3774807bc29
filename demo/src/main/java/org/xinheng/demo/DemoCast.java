package org.xinheng.demo;

import java.time.LocalDate;
import java.util.List;
import org.xinheng.demo.population.FictionalCodes;
import org.xinheng.demo.population.Party;

/** Who the stories of the demo are about, by name: the same in every city. All of them are fictional. */
public final class DemoCast {

    /** Beyond the codes of the population. */
    private static final int FIRST_CODE = 25 * 31 * 31 * 31;

    /** Has licences and a fresh penalty of class 严重 by the market regulator; nobody has proposed a listing yet. */
    public static final Party.Organisation PENALISED = enterprise(0, "常新霁建设工程有限公司", "赵霁澹");

    /** On two incentive lists: received from customs, and determined here as an A-grade taxpayer. */
    public static final Party.Organisation MODEL = enterprise(1, "常新璟建设工程有限公司", "钱璟筱");

    /** On the court's list of judgment defaulters. */
    public static final Party.Organisation DEFAULTER = enterprise(2, "常新穹商贸有限公司", "孙穹嵘");

    /** Determined to the market regulator's serious list, published, checked at bidding. */
    public static final Party.Organisation LISTED = enterprise(3, "常新朔建设工程有限公司", "李朔彧");

    /** Its listing is proposed and half-way; the case lies in an inbox. */
    public static final Party.Organisation PROPOSED = enterprise(4, "常新泓食品有限公司", "周泓翎");

    /** Nothing but licences: nothing applies at any matter. */
    public static final Party.Organisation PLAIN = enterprise(5, "常新沅建筑装饰有限公司", "吴沅翊");

    /** Has licences and an honour; the demo account {@code enterprise} is its own. */
    public static final Party.Organisation ACCOUNT = enterprise(6, "常新珩电子科技有限公司", "郑珩昱");

    /** A sole trader with a licence. */
    public static final Party.Organisation SOLE_TRADER =
            new Party.Organisation(FictionalCodes.organisation("92", FIRST_CODE + 7), "常新湛餐饮管理经营部", "王湛瀚");

    /** A government body on the court's list, not cleared. */
    public static final Party.Organisation INDEBTED_BODY = body(8, "常新潼园林绿化管理局", "冯潼榕");

    /** A government body that was on the court's list, paid, and was taken off it. */
    public static final Party.Organisation CLEARED_BODY = body(9, "常新樾物流管理局", "陈樾桓");

    /** The demo account {@code citizen} is this person's own. */
    public static final Party.Citizen CITIZEN =
            new Party.Citizen(FictionalCodes.person(LocalDate.of(1988, 8, 8), 988), "冯楷晟");

    /** A person on the court's list. */
    public static final Party.Citizen DEFAULTING_CITIZEN =
            new Party.Citizen(FictionalCodes.person(LocalDate.of(1979, 9, 9), 979), "陈祺翀");

    private DemoCast() {}

    /** All organisations of the cast. */
    public static List<Party.Organisation> organisations() {
        return List.of(PENALISED, MODEL, DEFAULTER, LISTED, PROPOSED, PLAIN, ACCOUNT, SOLE_TRADER);
    }

    /** All persons of the cast. */
    public static List<Party.Citizen> citizens() {
        return List.of(CITIZEN, DEFAULTING_CITIZEN);
    }

    private static Party.Organisation body(int number, String name, String representative) {
        return new Party.Organisation(FictionalCodes.organisation("11", FIRST_CODE + number), name, representative);
    }

    private static Party.Organisation enterprise(int number, String name, String representative) {
        return new Party.Organisation(FictionalCodes.organisation("91", FIRST_CODE + number), name, representative);
    }
}
