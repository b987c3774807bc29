package org.xinheng.platform.portal;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.xinheng.platform.disclosure.RequestLimit;

/**
 * What holds for every page about somebody, whatever stands on it: not indexed, not cached, not asked for without end.
 * The headers are the same for good and bad, so that they say nothing themselves.
 */
@Configuration(proxyBeanMethods = false)
class PortalDoor implements WebMvcConfigurer {

    private final RequestLimit limit;

    PortalDoor(RequestLimit limit) {
        this.limit = limit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {
                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        response.setHeader("X-Robots-Tag", "noindex, noarchive");
                        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
                        request.setAttribute("unindexed", true);
                        // Apart from the questions of the API: reading pages uses up nobody's tokens there.
                        limit.take("pages " + request.getRemoteAddr());
                        return true;
                    }
                })
                .addPathPatterns("/search", "/subjects/**", "/lists/*", "/my");
    }
}
