package org.xinheng.kernel.item;

import org.xinheng.kernel.ErrorCode;

/** Why a whole file is refused. The sentence is what a clerk reads where no translated message is at hand. */
public enum FileError implements ErrorCode {
    FILE_TOO_LARGE(Kind.TOO_LARGE, "文件太大：CSV 不超过 1 GB，XLSX 不超过 50 MB（解压后 1 GB），请分成几份报送。"),
    FILE_EMPTY(Kind.INVALID, "文件是空的，没有表头和数据。"),
    FILE_IS_OLD_EXCEL(Kind.INVALID, "这是旧版 Excel 的 .xls 文件，请用 Excel 或 WPS 另存为 .xlsx 后再报送。"),
    FILE_ENCRYPTED(Kind.INVALID, "文件设有打开密码，请去掉密码后再报送。"),
    FILE_DAMAGED(Kind.INVALID, "文件不完整或已损坏，请重新导出后再报送。"),
    FILE_NOT_A_TABLE(Kind.INVALID, "这不是 CSV 或 XLSX 表格文件，请用标准模板填报。"),
    FILE_CHARSET_UNKNOWN(Kind.INVALID, "文字编码认不出来（最后一个参数是行号），请把文件另存为 UTF-8 的 CSV 或 .xlsx。"),
    FILE_CHARSET_MIXED(Kind.INVALID, "文件里混用了两种文字编码（最后一个参数是换了编码的行），请用同一种编码重新导出。"),
    FILE_HAS_NUL(Kind.INVALID, "文件里有空字符（NUL，最后一个参数是行号），导出时可能中断或者磁盘有坏块，请重新导出。"),
    FILE_LINE_TOO_LONG(Kind.INVALID, "有一行太长或者列太多（最后一个参数是上一行的行号），一般是引号没有成对，请检查那里。"),
    FILE_WITHOUT_COMMAS(Kind.INVALID, "CSV 各栏之间要用英文逗号分隔，请重新另存为 CSV（逗号分隔）或 .xlsx。"),
    FILE_QUOTES_BROKEN(Kind.INVALID, "CSV 的引号不成对，请检查最后一个参数所指的行附近。"),
    HEADERS_MISSING(Kind.INVALID, "缺少必填的列，请对照标准模板补上。"),
    HEADER_REPEATED(Kind.INVALID, "同一栏目出现了两列，请只保留一列。");

    private final Kind kind;
    private final String sentence;

    FileError(Kind kind, String sentence) {
        this.kind = kind;
        this.sentence = sentence;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    /** What to do about it, in plain Chinese. */
    public String sentence() {
        return sentence;
    }
}
