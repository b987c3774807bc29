package org.xinheng.demo.population;

import java.util.List;
import java.util.regex.Pattern;

/** Trade names (字号) nobody uses, of three rare characters, and names for people made the same way. */
public final class InventedNames {

    /** Of the cast of the stories: two characters of their own and one rare. */
    private static final String CAST = "常新";

    private static final String RARE =
            "霁澹砺穹璟筱嵘沅翊珩昱泓翎徽芮湛瀚楷晟祺翀骁琮韬溯峤澍堃琰旻蔚岚钧朔彧昀煦曦弘霖澄潼榕樾桓栩" + "炜烨焱煜熠璇瑾璞琨玥珺瑄睿硕磊稷穆筠翰耘聿芃茗荀菡蕴衍谌谧逸邺郢钰铄锴阅陟隽雯霆霭颢飏";
    private static final List<String> TRADES = List.of(
            "建设工程", "建筑装饰", "园林绿化", "机械制造", "精密模具", "电子科技", "新材料科技", "环保设备", "食品", "餐饮管理", "商贸", "物流", "信息技术", "纺织",
            "化工", "医疗器械", "农业发展", "文化传播", "检测技术", "物业服务");
    private static final String SURNAMES = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜";

    private static final Pattern INVENTED = Pattern.compile("(?:[" + RARE + "]{3}|" + CAST + "[" + RARE + "])(?:"
            + String.join("|", TRADES) + ")(?:有限公司|经营部|专业合作社|协会|服务中心|管理局)");
    private static final Pattern PERSON = Pattern.compile("[" + SURNAMES + "][" + RARE + "]{2}");

    /** Shares no factor with the number of names, so that multiplying shuffles them without meeting twice. */
    private static final long SHUFFLE = 48_271;

    private static final int KINDS = RARE.length();

    private InventedNames() {}

    /** One name for each number, never the same twice. */
    static String ofOrganisation(String prefix, int number) {
        int shuffled = (int) (number * SHUFFLE % most());
        return "" + RARE.charAt(shuffled / KINDS / KINDS) + RARE.charAt(shuffled / KINDS % KINDS)
                + RARE.charAt(shuffled % KINDS) + TRADES.get(number % TRADES.size()) + form(prefix);
    }

    private static String form(String prefix) {
        return switch (prefix) {
            case "92" -> "经营部";
            case "93" -> "专业合作社";
            case "51" -> "协会";
            case "12" -> "服务中心";
            case "11" -> "管理局";
            default -> "有限公司";
        };
    }

    static String ofPerson(int number) {
        int shuffled = (int) (number * SHUFFLE % ((long) SURNAMES.length() * KINDS * KINDS));
        return "" + SURNAMES.charAt(shuffled / KINDS / KINDS) + RARE.charAt(shuffled / KINDS % KINDS)
                + RARE.charAt(shuffled % KINDS);
    }

    static int most() {
        return KINDS * KINDS * KINDS;
    }

    static boolean isOrganisation(String name) {
        return INVENTED.matcher(name).matches();
    }

    static boolean isPerson(String name) {
        return PERSON.matcher(name).matches();
    }
}
