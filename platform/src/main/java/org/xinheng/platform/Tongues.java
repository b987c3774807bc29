package org.xinheng.platform;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.thymeleaf.dialect.IPostProcessorDialect;
import org.thymeleaf.postprocessor.IPostProcessor;
import org.thymeleaf.postprocessor.PostProcessor;
import org.thymeleaf.templatemode.TemplateMode;

/** Marks what stands on a page in another language than the page, so that it is read aloud as what it is. */
@Component
class Tongues implements IPostProcessorDialect {

    private static final int AFTER_EVERYTHING = 1000;

    @Override
    public String getName() {
        return "tongues";
    }

    @Override
    public int getDialectPostProcessorPrecedence() {
        return AFTER_EVERYTHING;
    }

    @Override
    public Set<IPostProcessor> getPostProcessors() {
        return Set.of(new PostProcessor(TemplateMode.HTML, MarkedTongues.class, AFTER_EVERYTHING));
    }
}
