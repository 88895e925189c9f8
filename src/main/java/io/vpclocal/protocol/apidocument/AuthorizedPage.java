package io.vpclocal.protocol.apidocument;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springdoc.core.properties.SwaggerUiConfigProperties;
import org.springdoc.core.properties.SwaggerUiOAuthProperties;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.webmvc.ui.SwaggerIndexPageTransformer;
import org.springdoc.webmvc.ui.SwaggerWelcomeCommon;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceTransformerChain;
import org.springframework.web.servlet.resource.TransformedResource;

/**
 * Swagger UI with the credentials of the common account, unless the browser has stored others, and with a search box that
 * finds actions. Swagger UI's own finds tags only.
 */
@Component
@ConditionalOnProperty(name = "springdoc.swagger-ui.enabled", matchIfMissing = true)
class AuthorizedPage extends SwaggerIndexPageTransformer {

    private static final String SCRIPT = "swagger-initializer.js";
    private static final String BUNDLE = "SwaggerUIBundle({";
    private static final String AUTHORIZE = """

            onComplete: function() {
              if (!/accessKey/.test(localStorage.getItem("authorized") || "")) {
                window.ui.preauthorizeBasic("accessKey", "test", "test");
              }
              document.querySelector(".operation-filter-input")?.setAttribute("placeholder", "Search");
            },
        """;
    private static final String PLUGINS = "plugins: [";
    private static final String SEARCH = """

            () => ({fn: {opsFilter: (groups, text) => {
              const words = text.toLowerCase().split(/\\s+/);
              const fits = own => words.every(word => own.toLowerCase().includes(word));
              const found = (group, tag) => group.update("operations", all => all.filter(
                  one => fits([tag, one.get("path"), one.getIn(["operation", "summary"])].join(" "))));
              return groups.map(found).filter(group => group.get("operations").size > 0);
            }}}),
        """;

    AuthorizedPage(
            SwaggerUiConfigProperties page,
            SwaggerUiOAuthProperties oauth,
            SwaggerWelcomeCommon welcome,
            ObjectMapperProvider mapper) {
        super(page, oauth, welcome, mapper);
    }

    @Override
    public Resource transform(HttpServletRequest request, Resource resource, ResourceTransformerChain chain)
            throws IOException {
        Resource page = super.transform(request, resource, chain);
        if (!SCRIPT.equals(resource.getFilename())) {
            return page;
        }
        String script = page.getContentAsString(StandardCharsets.UTF_8)
                .replace(BUNDLE, BUNDLE + AUTHORIZE)
                .replace(PLUGINS, PLUGINS + SEARCH);
        return new TransformedResource(resource, script.getBytes(StandardCharsets.UTF_8));
    }
}
