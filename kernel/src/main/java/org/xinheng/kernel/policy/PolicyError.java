package org.xinheng.kernel.policy;

import org.xinheng.kernel.ErrorCode;

/** Why a file is not read as a policy document. */
public enum PolicyError implements ErrorCode {
    DOCUMENT_TOO_LARGE(Kind.TOO_LARGE, "文件太大：不超过 50 MB。", "The file is too large: 50 MB at most."),
    DOCUMENT_EMPTY(Kind.INVALID, "文件是空的，没有文字。", "The file is empty: there is no text in it."),
    DOCUMENT_ENCRYPTED(
            Kind.INVALID, "文件设有打开密码，请去掉密码后再试。", "The file is protected by a password; remove the password first."),
    DOCUMENT_DAMAGED(
            Kind.INVALID, "文件不完整（被截断）或已损坏，请重新下载或另存。", "The file is truncated or damaged; download or save it again."),
    DOCUMENT_FORM_UNKNOWN(
            Kind.INVALID,
            "只读 .txt、.docx 和 .html：PDF、旧版 Word（.doc）、WPS 文件请先另存为 .docx 或 .txt。",
            "Only .txt, .docx and .html are read: save a PDF, an old Word .doc or a WPS file as .docx or .txt first."),
    DOCUMENT_CHARSET_UNKNOWN(
            Kind.INVALID,
            "文字编码认不出来，请另存为 UTF-8 的 .txt。",
            "The character encoding is neither UTF-8 nor GB18030; save it as UTF-8 text."),
    DOCUMENT_IS_NO_POLICY(
            Kind.INVALID,
            "这不像政策文件：没有读出文号、标题、章节或任务分工。",
            "This does not look like a policy document: no number, title, chapter or division of tasks was found.");

    private final Kind kind;
    private final String chinese;
    private final String english;

    PolicyError(Kind kind, String chinese, String english) {
        this.kind = kind;
        this.chinese = chinese;
        this.english = english;
    }

    @Override
    public Kind kind() {
        return kind;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }
}
