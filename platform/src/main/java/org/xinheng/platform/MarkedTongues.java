package org.xinheng.platform;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.ITemplateContext;
import org.thymeleaf.engine.AbstractTemplateHandler;
import org.thymeleaf.model.ICDATASection;
import org.thymeleaf.model.ICloseElementTag;
import org.thymeleaf.model.IComment;
import org.thymeleaf.model.IDocType;
import org.thymeleaf.model.IOpenElementTag;
import org.thymeleaf.model.IProcessingInstruction;
import org.thymeleaf.model.IStandaloneElementTag;
import org.thymeleaf.model.ITemplateEnd;
import org.thymeleaf.model.IText;
import org.thymeleaf.model.IXMLDeclaration;

/**
 * Sees a page as it is written: an element is held back until its first text is known, and gets a {@code lang} where that
 * is mostly Chinese on an English page or English words on a Chinese one. Names, titles and labels come from data, so
 * templates cannot know. One is made for each page.
 */
public final class MarkedTongues extends AbstractTemplateHandler {

    private static final Pattern WORDS = Pattern.compile("\\p{IsLatin}{2,}([ '’-]+\\p{IsLatin}{2,})+");

    private @Nullable ITemplateContext page;
    private @Nullable IOpenElementTag held;

    @Override
    public void setContext(ITemplateContext context) {
        super.setContext(context);
        page = context;
    }

    @Override
    public void handleOpenElement(IOpenElementTag element) {
        release();
        if (element.hasAttribute("lang") || element.getElementCompleteName().matches("script|style")) {
            super.handleOpenElement(element);
        } else {
            held = element;
        }
    }

    @Override
    public void handleText(IText text) {
        var lang = held == null || page == null ? null : tongue(text.getText(), isEnglish(page));
        if (lang != null && page != null) {
            held = page.getModelFactory().setAttribute(held, "lang", lang);
        }
        release();
        super.handleText(text);
    }

    private static boolean isEnglish(ITemplateContext page) {
        return page.getLocale().getLanguage().equals("en");
    }

    /** The language of these words where it is not that of the page; null otherwise, also of codes and numbers. */
    static @Nullable String tongue(String text, boolean english) {
        long han = text.codePoints().filter(Character::isIdeographic).count();
        if (!english) {
            return han == 0 && WORDS.matcher(text).find() ? "en" : null;
        }
        long letters = text.codePoints()
                .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
                .count();
        return han > letters ? "zh-CN" : null;
    }

    private void release() {
        if (held != null) {
            super.handleOpenElement(held);
            held = null;
        }
    }

    @Override
    public void handleStandaloneElement(IStandaloneElementTag element) {
        release();
        super.handleStandaloneElement(element);
    }

    @Override
    public void handleCloseElement(ICloseElementTag element) {
        release();
        super.handleCloseElement(element);
    }

    @Override
    public void handleComment(IComment comment) {
        release();
        super.handleComment(comment);
    }

    @Override
    public void handleCDATASection(ICDATASection section) {
        release();
        super.handleCDATASection(section);
    }

    @Override
    public void handleDocType(IDocType type) {
        release();
        super.handleDocType(type);
    }

    @Override
    public void handleXMLDeclaration(IXMLDeclaration declaration) {
        release();
        super.handleXMLDeclaration(declaration);
    }

    @Override
    public void handleProcessingInstruction(IProcessingInstruction instruction) {
        release();
        super.handleProcessingInstruction(instruction);
    }

    @Override
    public void handleTemplateEnd(ITemplateEnd end) {
        release();
        super.handleTemplateEnd(end);
    }
}
