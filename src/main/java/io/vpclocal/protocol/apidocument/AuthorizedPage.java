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

/** Swagger UI with the credentials of the common account, unless the browser has stored others. */
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
            },
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
        String script = page.getContentAsString(StandardCharsets.UTF_8).replace(BUNDLE, BUNDLE + AUTHORIZE);
        return new TransformedResource(resource, script.getBytes(StandardCharsets.UTF_8));
    }
}
