package org.xinheng.platform.disclosure;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Counts every question of the public API before it is answered. */
@Configuration(proxyBeanMethods = false)
class PublicDoor implements WebMvcConfigurer {

    private final RequestLimit limit;

    PublicDoor(RequestLimit limit) {
        this.limit = limit;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        limit.take(request.getRemoteAddr());
                        return true;
                    }
                })
                .addPathPatterns("/api/v1/public/**");
    }
}
