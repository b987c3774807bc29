package org.xinheng.postgres;

import java.util.List;
import org.xinheng.kernel.ErrorCode;

/** Why the embedded database could not be started; each can explain itself to whoever typed the command. */
public enum DatabaseError implements ErrorCode {
    /** Arguments: folder, process id of the holder. */
    DATA_FOLDER_IN_USE(
            Kind.CONFLICT,
            "数据目录 %1$s 正被另一个运行中的信衡(进程 %2$s)使用,请先停止它。",
            "The data folder %1$s is in use by a running Xinheng (process %2$s); stop that one first."),
    /** Arguments: folder, version found, version needed. */
    DATA_FOLDER_OTHER_VERSION(
            Kind.REFUSED,
            "数据目录 %1$s 属于 PostgreSQL %2$s,本程序使用 PostgreSQL %3$s;请用原版本备份后再恢复。",
            "The data folder %1$s belongs to PostgreSQL %2$s, this program runs PostgreSQL %3$s;"
                    + " back up with the version that wrote it and restore here."),
    /** Arguments: folder, what is missing. */
    DATA_FOLDER_DAMAGED(
            Kind.REFUSED,
            "数据目录 %1$s 不完整,缺少 %2$s;未作任何改动,请从备份恢复。",
            "The data folder %1$s is not whole, %2$s is missing; nothing was changed, restore it from a backup."),
    /** Arguments: folder. */
    DATA_FOLDER_UNFINISHED(
            Kind.REFUSED,
            "数据目录 %1$s 的恢复中途停止,内容不完整;请重新执行恢复。",
            "The restoring of the data folder %1$s was cut short and it is not whole; restore it again."),
    /** Arguments: folder, the system's words. */
    DATA_FOLDER_UNUSABLE(Kind.REFUSED, "数据目录 %1$s 无法使用:%2$s。", "The data folder %1$s cannot be used: %2$s."),
    /** Arguments: operating system and processor. */
    NO_DATABASE_BINARIES(
            Kind.REFUSED,
            "没有适用于 %1$s 的内置 PostgreSQL,请用 --database-url 连接自备的数据库。",
            "There is no embedded PostgreSQL for %1$s; give a database of your own with --database-url."),
    /** Arguments: folder. */
    NO_DATABASE_ACCOUNT(
            Kind.REFUSED,
            "PostgreSQL 不能以 root 身份运行,且找不到能够访问 %1$s 的其他身份;请以普通用户启动。",
            "PostgreSQL does not run as root and no other account can reach %1$s; start as an ordinary user."),
    /** Arguments: folder, the last lines of the database's own words. */
    DATABASE_NOT_STARTED(Kind.REFUSED, "数据目录 %1$s 中的数据库未能启动:%2$s", "The database in %1$s did not start: %2$s");

    private final Kind kind;
    private final String chinese;
    private final String english;

    DatabaseError(Kind kind, String chinese, String english) {
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /**
     * One Chinese and one English sentence, a line each.
     *
     * @param arguments those of the refusal
     */
    public String explain(List<String> arguments) {
        Object[] values = arguments.toArray();
        return chinese.formatted(values) + System.lineSeparator() + english.formatted(values);
    }
}
