package org.xinheng.platform.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Counts the calls of each business system, so that one that runs wild does not slow the others. How many it may make in a
 * minute stands in its token: its own number, else the pack's; without either there is no limit. A batch is one call.
 */
@Configuration(proxyBeanMethods = false)
class ClientDoor implements WebMvcConfigurer {

    private final Allowance allowance;

    ClientDoor(Clock clock) {
        this.allowance = new Allowance(clock);
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new HandlerInterceptor() {

                    @Override
                    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
                        if (SecurityContextHolder.getContext().getAuthentication()
                                instanceof JwtAuthenticationToken token) {
                            count(token);
                        }
                        return true;
                    }
                })
                .addPathPatterns("/api/v1/**")
                .excludePathPatterns("/api/v1/public/**");
    }

    private void count(JwtAuthenticationToken token) {
        var limit = Tokens.requestsPerMinute(token.getToken());
        if (limit != null) {
            allowance.take(token.getName(), limit);
        }
    }
}
