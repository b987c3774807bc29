package org.xinheng.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import org.springframework.context.ConfigurableApplicationContext;
import org.xinheng.demo.population.Party;
import org.xinheng.demo.story.LoadCity;
import org.xinheng.demo.story.OpenAccounts;
import org.xinheng.demo.story.PublicApi;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.Start;
import org.xinheng.platform.StartError;
import tools.jackson.databind.json.JsonMapper;

/** The command {@code demo}. */
public final class Demo {

    private static final int WRONG_USE = 2;
    private static final int FAILED = 3;

    private Demo() {}

    static void main(String[] arguments) {
        var out = utf8(FileDescriptor.out);
        var err = utf8(FileDescriptor.err);
        System.setErr(err);
        try {
            var home = Path.of(System.getProperty("xinheng.home", ""))
                    .toAbsolutePath()
                    .normalize();
            var options = DemoOptions.parse(List.of(arguments), home);
            describe(start(options, home.resolve("packs")), options, out);
        } catch (DemoOptions.WrongUse e) {
            err.println(e.getMessage());
            System.exit(WRONG_USE);
        } catch (CreditException e) {
            err.println(explain(e));
            System.exit(FAILED);
        } catch (Stopped e) {
            err.println("已停止，下次启动将继续装载 · stopped; the next start goes on loading");
        } catch (RuntimeException e) {
            e.printStackTrace(err);
            System.exit(FAILED);
        }
    }

    private static PrintStream utf8(FileDescriptor stream) {
        return new PrintStream(new FileOutputStream(stream), true, StandardCharsets.UTF_8);
    }

    /**
     * Brings the demo up and loads what is not loaded yet.
     *
     * @throws CreditException when that is refused
     */
    static ConfigurableApplicationContext start(DemoOptions options, Path packs) {
        var start = new Start(options.port(), options.data(), options.city(), null, packs);
        if (options.fresh()) {
            DemoFolder.discard(start);
        }
        var today = LocalDate.ofInstant(InstantSource.system().instant(), DemoClock.ZONE);
        DemoFolder.claim(options.data(), options.city(), options.population(), today);
        var context = start.run(Map.of("xinheng.demo", true), DemoConfiguration.class);
        try {
            var api = new PublicApi(address(context), context.getBean(JsonMapper.class));
            context.getBean(LoadCity.class).load(context.getBean(DemoFolder.class), api);
            return context;
        } catch (RuntimeException e) {
            if (context.isClosed()) {
                throw new Stopped(e);
            }
            context.close();
            throw e;
        }
    }

    /** Whoever started it told it to stop before everything was loaded; the next start goes on. */
    private static final class Stopped extends RuntimeException {

        Stopped(RuntimeException cause) {
            super(cause);
        }
    }

    static URI address(ConfigurableApplicationContext context) {
        return URI.create("http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port"));
    }

    private static String explain(CreditException refusal) {
        if (!(refusal.code() instanceof DemoError)) {
            return StartError.explain(refusal);
        }
        return words(refusal, Locale.ROOT) + System.lineSeparator() + words(refusal, Locale.ENGLISH);
    }

    private static String words(CreditException refusal, Locale locale) {
        var pattern = ResourceBundle.getBundle("messages.demo", locale)
                .getString("refusal." + refusal.code().name());
        return MessageFormat.format(pattern, refusal.arguments().toArray());
    }

    private static void describe(ConfigurableApplicationContext context, DemoOptions options, PrintStream out) {
        var address = address(context);
        out.println("信衡演示 · Xinheng demo: " + options.city() + "（全部为虚构数据 · all data is fictional）");
        out.println();
        out.println("地址 · addresses");
        for (var page : List.of("/", "/lists", "/measures", "/sign-in", "/console", "/demo/bidding", "/api/docs")) {
            out.println("  " + address + page);
        }
        out.println();
        out.println("账号（口令 demo） · accounts (password demo)");
        for (var officer : OpenAccounts.OFFICERS) {
            out.println("  %-24s%s · %s"
                    .formatted(
                            officer.account(),
                            officer.name(),
                            officer.roles().stream().sorted().toList()));
        }
        out.println("  %-24s%s".formatted("enterprise", DemoCast.ACCOUNT.name() + " " + DemoCast.ACCOUNT.code()));
        out.println("  %-24s%s".formatted("citizen", "自然人 · a citizen"));
        out.println();
        out.println("接口客户端（密钥 demo） · API clients (secret demo)");
        for (var client : OpenAccounts.CLIENTS) {
            out.println("  %-24s%s %s".formatted(client.id(), client.name(), client.matters()));
        }
        out.println();
        out.println("故事里的企业 · the cast");
        cast(out, "严重处罚，尚未列入 · penalised, not listed", DemoCast.PENALISED);
        cast(out, "已列入并公布 · listed", DemoCast.LISTED);
        cast(out, "认定办理中 · being determined", DemoCast.PROPOSED);
        cast(out, "失信被执行人 · judgment defaulter", DemoCast.DEFAULTER);
        cast(out, "守信激励名单 · on incentive lists", DemoCast.MODEL);
        cast(out, "无奖惩 · nothing applies", DemoCast.PLAIN);
        out.println();
        out.println("演示时间 · demo clock: " + context.getBean(DemoClock.class).today() + "  (POST " + address
                + "/demo/clock {\"date\":\"…\"})");
        out.println("ready on " + address);
        out.flush();
    }

    private static void cast(PrintStream out, String part, Party.Organisation one) {
        out.println("  " + one.code() + "  " + one.name() + "  " + part);
    }
}
