package org.xinheng.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.xinheng.kernel.CreditException;
import org.xinheng.platform.access.FirstAdministrator;

/**
 * {@code serve [--port N] [--data DIR] [--city C] [--database-url jdbc:…]}: the real thing. Exit 2 wrong use, 3 failed.
 */
final class Serve {

    private static final String USAGE =
            "用法 · usage: ./xinheng serve [--port 8080] [--data DIR] [--city changzhou] [--database-url jdbc:…]";

    private Serve() {}

    static void main(String[] arguments) {
        var start = read(List.of(arguments));
        if (start == null) {
            System.err.println(USAGE);
            System.exit(2);
            return;
        }
        try {
            var application = start.run();
            var port = application.getEnvironment().getProperty("local.server.port");
            application
                    .getBean(FirstAdministrator.class)
                    .invite()
                    .ifPresent(secret -> System.err.printf(
                            "还没有账号，请用这个一次性链接开设第一个 · no accounts yet, open the first with this one-time link:%n"
                                    + "http://localhost:%s/first-administrator?invitation=%s%n",
                            port, secret));
            System.out.println("ready on http://localhost:" + port);
        } catch (CreditException refusal) {
            System.err.println(StartError.explain(refusal));
            System.exit(3);
        }
    }

    static @Nullable Start read(List<String> arguments) {
        var home = Path.of(System.getProperty("xinheng.home", "."));
        int port = 8080;
        Path data = null;
        var city = "changzhou";
        String database = null;
        var rest = new ArrayList<>(arguments);
        while (!rest.isEmpty()) {
            var option = rest.removeFirst();
            if (rest.isEmpty()) {
                return null;
            }
            var value = rest.removeFirst();
            switch (option) {
                case "--port" -> {
                    if (!value.matches("\\d{1,5}")) {
                        return null;
                    }
                    port = Integer.parseInt(value);
                }
                case "--data" -> data = Path.of(value).toAbsolutePath();
                case "--city" -> city = value;
                case "--database-url" -> database = value;
                default -> {
                    return null;
                }
            }
        }
        return new Start(
                port,
                data == null ? home.resolve("var/serve").resolve(city) : data,
                city,
                database,
                Path.of(System.getProperty(
                        "xinheng.packs", home.resolve("packs").toString())));
    }
}
