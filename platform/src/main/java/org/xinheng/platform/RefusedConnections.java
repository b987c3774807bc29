package org.xinheng.platform;

import java.io.IOException;
import java.util.Locale;
import java.util.ResourceBundle;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;

/**
 * What the web server refuses before any page or call is found, such as an address that is no text: our words instead of the
 * server's own page, and a problem for callers of the API.
 */
@Configuration(proxyBeanMethods = false)
class RefusedConnections {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> ourWordsForRefusedConnections() {
        return server -> server.addContextCustomizers(
                context -> ((StandardHost) context.getParent()).setErrorReportValveClass(Report.class.getName()));
    }

    /** The server makes it by its name, so it is public; it has to work whatever else of the platform does not. */
    public static final class Report extends ErrorReportValve {

        private static final String PAGE = """
                <!DOCTYPE html>
                <html lang="%s">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%2$s</title></head>
                <body style="font-family: sans-serif; max-width: 40rem; margin: 3rem auto; padding: 0 1rem; line-height: 1.6">
                <main data-code="%3$s">
                <h1>%2$s</h1>
                <p>%4$s</p>
                <p><a href="/">%5$s</a></p>
                </main>
                </body>
                </html>
                """;

        private static final String PROBLEM = """
                {"status":%d,"title":"%s","code":"%s","detail":"%s","arguments":[]}""";

        @Override
        protected void report(Request request, Response response, @Nullable Throwable fault) {
            int status = response.getStatus();
            // What is written already is somebody's answer; below 400 there is nothing to say.
            if (status < HttpStatus.BAD_REQUEST.value()
                    || response.getContentWritten() > 0
                    || !response.setErrorReported()) {
                return;
            }
            // Who asks for no language gets Chinese; the server would take that of this machine.
            boolean english = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE) != null
                    && Locale.ENGLISH.getLanguage().equals(request.getLocale().getLanguage());
            var language = english ? Locale.ENGLISH : Locale.ROOT;
            boolean call = String.valueOf(request.getRequestURI()).startsWith("/api/");
            response.setContentType(call ? "application/problem+json" : "text/html");
            response.setCharacterEncoding("UTF-8");
            try {
                var writer = response.getReporter();
                if (writer != null) {
                    writer.write(call ? problem(status, language) : page(status, english, language));
                    response.finishResponse();
                }
            } catch (IOException | IllegalStateException gone) {
                getContainer().getLogger().debug("nobody listens any more", gone);
            }
        }

        private static String problem(int status, Locale language) {
            var known = HttpStatus.resolve(status);
            return PROBLEM.formatted(
                    status,
                    known == null ? "" : known.getReasonPhrase(),
                    ApiProblems.code(status),
                    words(kind(status) + "words", language));
        }

        private static String page(int status, boolean english, Locale language) {
            return PAGE.formatted(
                    english ? "en" : "zh-CN",
                    words(kind(status) + "title", language),
                    ApiProblems.code(status),
                    words(kind(status) + "words", language),
                    words("fault.refused.back", language));
        }

        private static String kind(int status) {
            return status >= HttpStatus.INTERNAL_SERVER_ERROR.value() ? "fault.own." : "fault.unreadable.";
        }

        private static String words(String key, Locale language) {
            return ResourceBundle.getBundle(
                            "messages.frame",
                            language,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                    .getString(key);
        }
    }
}
