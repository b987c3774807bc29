package org.xinheng.backup;

import java.util.List;
import org.xinheng.kernel.ErrorCode;

/** Why a backup was not made or not brought back; each can explain itself to whoever typed the command. */
public enum BackupError implements ErrorCode {
    /** Arguments: folder. */
    BACKUP_FOLDER_NOT_EMPTY(
            Kind.CONFLICT,
            "备份目录 %1$s 不是空的；每份备份请用一个新目录。",
            "The backup folder %1$s is not empty; give each backup a new one."),
    /** Arguments: folder. */
    BACKUP_UNFINISHED(
            Kind.REFUSED,
            "%1$s 不是完整的备份（没有清单 manifest.json，可能中途停止）；请用另一份备份。",
            "%1$s is not a finished backup (it has no manifest.json, it may have been cut short); use another one."),
    /** Arguments: file. */
    BACKUP_DAMAGED(
            Kind.REFUSED,
            "备份文件 %1$s 已损坏或被改动；请用另一份备份。",
            "The backup file %1$s is damaged or was altered; use another backup."),
    /** Arguments: format found, format known. */
    BACKUP_OF_ANOTHER_FORMAT(
            Kind.REFUSED,
            "备份的格式是 %1$s，本程序只认识 %2$s；请用相应版本的程序恢复。",
            "The backup has format %1$s, this program knows %2$s; restore with the program that fits."),
    /** Arguments: script of the schema. */
    BACKUP_OF_ANOTHER_BUILD(
            Kind.REFUSED,
            "备份来自另一版程序：本程序没有数据库脚本 %1$s；请用同版或更新的程序恢复。",
            "The backup comes from another build: this program has no database script %1$s; restore with the same build or a newer one."),
    /** Arguments: where the keys were looked for. */
    BACKUP_KEYS_MISSING(
            Kind.REFUSED,
            "没有密钥不能恢复：%1$s 里没有备份时另存的密钥；请用 --keys 指明它们在哪里。",
            "There is no restoring without the keys: those kept apart are not in %1$s; say with --keys where they are."),
    /** Arguments: where the keys were found, id of the key that does not fit. */
    BACKUP_KEYS_WRONG(
            Kind.REFUSED,
            "密钥不对：%1$s 里的密钥打不开这份备份（%2$s）。",
            "These are the wrong keys: what is in %1$s does not open this backup (%2$s)."),
    /** Arguments: where the keys were found, moment of the keys, moment of the backup. */
    BACKUP_KEYS_OLDER(
            Kind.REFUSED,
            "%1$s 里的密钥存于 %2$s，早于备份 %3$s；请用与备份同时或更晚存的密钥。",
            "The keys in %1$s were kept at %2$s, before the backup of %3$s; use keys kept with it or later."),
    /** Arguments: folder of the keys. */
    BACKUP_KEYS_OF_ANOTHER(
            Kind.CONFLICT,
            "%1$s 里是另一套数据的密钥，没有覆盖；请另选密钥目录。",
            "The folder %1$s holds the keys of other data and was left alone; choose another one for these keys."),
    /** Arguments: folder of the keys, folder of the backup. */
    BACKUP_KEYS_INSIDE(
            Kind.INVALID,
            "密钥目录 %1$s 不能放在备份目录 %2$s 里面。",
            "The folder of the keys %1$s must not lie inside the backup %2$s."),
    /** Arguments: key file. */
    KEY_FILE_IN_THE_WAY(
            Kind.CONFLICT,
            "%1$s 是另一套数据的密钥文件，没有覆盖；请先移走它。",
            "The key file %1$s belongs to other data and was left alone; move it away first."),
    /** Arguments: folder or database. */
    RESTORE_TARGET_NOT_EMPTY(
            Kind.CONFLICT,
            "%1$s 里已有内容；只能恢复到空目录或空数据库。",
            "There is something in %1$s already; a backup is restored into an empty folder or database only."),
    /** Arguments: table. */
    RESTORED_SCHEMA_DIFFERS(
            Kind.REFUSED,
            "备份里的表 %1$s 与数据库脚本建立的不一致。",
            "The table %1$s of the backup is not the one that the database scripts make.");

    private final Kind kind;
    private final String chinese;
    private final String english;

    BackupError(Kind kind, String chinese, String english) {
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
