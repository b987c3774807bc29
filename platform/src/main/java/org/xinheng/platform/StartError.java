package org.xinheng.platform;

import java.util.List;
import org.xinheng.backup.BackupError;
import org.xinheng.kernel.CreditException;
import org.xinheng.kernel.ErrorCode;
import org.xinheng.platform.vault.VaultError;
import org.xinheng.postgres.DatabaseError;

/** Why an instance could not be brought up, beyond what the database itself refuses. */
public enum StartError implements ErrorCode {
    /** Arguments: port. */
    PORT_IN_USE(
            Kind.CONFLICT,
            "端口 %1$s 已被占用，请用 --port 换一个(管理端口为其后一个)。",
            "Port %1$s is taken; choose another with --port (management listens on the one after it)."),
    /** Arguments: city, folder of the packs. */
    NO_PACKS_FOR_CITY(Kind.MISSING, "没有城市 %1$s 的规则包：%2$s。", "There are no packs for the city %1$s in %2$s.");

    private final Kind kind;
    private final String chinese;
    private final String english;

    StartError(Kind kind, String chinese, String english) {
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** One Chinese and one English sentence, a line each, for whoever typed the command. */
    public static String explain(CreditException refusal) {
        return switch (refusal.code()) {
            case DatabaseError error -> error.explain(refusal.arguments());
            case BackupError error -> error.explain(refusal.arguments());
            case StartError error -> words(error.chinese, error.english, refusal.arguments());
            case VaultError error
            when error == VaultError.KEY_FILE_MISSING ->
                words(
                        "数据已加密，找不到它的密钥 %1$s；请把当时另存的密钥文件放回原处再启动。",
                        "The data is sealed and its key %1$s is missing; put the key file kept apart back in its place.",
                        refusal.arguments());
            default -> refusal.code().name() + " " + String.join(" ", refusal.arguments());
        };
    }

    private static String words(String chinese, String english, List<String> arguments) {
        Object[] values = arguments.toArray();
        return chinese.formatted(values) + System.lineSeparator() + english.formatted(values);
    }
}
