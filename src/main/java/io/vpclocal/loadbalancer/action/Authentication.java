package io.vpclocal.loadbalancer.action;

import io.vpclocal.loadbalancer.resource.ElbParams;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.Action;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AuthenticateCognitoActionConfig;
import software.amazon.awssdk.services.elasticloadbalancingv2.model.AuthenticateOidcActionConfig;

/**
 * The actions that authenticate users (API Reference, AuthenticateOidcActionConfig and AuthenticateCognitoActionConfig).
 * Client secrets are not stored, since AWS does not return them. Texts are recorded from AWS.
 */
final class Authentication {

    private static final String COOKIE = "AWSELBAuthSessionCookie";
    private static final String SCOPE = "openid";
    private static final long TIMEOUT = 604_800;
    private static final int MOST_PARAMETERS = 10;
    private static final String AUTHENTICATE = "authenticate";

    private Authentication() {}

    static Action cognito(Action action) {
        AuthenticateCognitoActionConfig config = action.authenticateCognitoConfig();
        if (config == null) {
            throw ActionErrors.configNeeded("authenticate-cognito", "AuthenticateCognitoConfig");
        }
        String at = "actions.authenticateCognitoConfig.";
        ElbParams.require(config.userPoolArn(), at + "userPoolArn");
        ElbParams.require(config.userPoolClientId(), at + "userPoolClientId");
        ElbParams.require(config.userPoolDomain(), at + "userPoolDomain");
        requireTimeout(config.sessionTimeout());
        requireFew(config.authenticationRequestExtraParams());
        return action.toBuilder()
                .authenticateCognitoConfig(config.toBuilder()
                        .sessionCookieName(or(config.sessionCookieName(), COOKIE))
                        .scope(or(config.scope(), SCOPE))
                        .sessionTimeout(or(config.sessionTimeout(), TIMEOUT))
                        .onUnauthenticatedRequest(or(config.onUnauthenticatedRequestAsString(), AUTHENTICATE))
                        .build())
                .build();
    }

    static Action oidc(Action action) {
        AuthenticateOidcActionConfig config = action.authenticateOidcConfig();
        if (config == null) {
            throw ActionErrors.configNeeded("authenticate-oidc", "AuthenticateOidcConfig");
        }
        String at = "actions.authenticateOidcConfig.";
        requireHttps(ElbParams.require(config.issuer(), at + "issuer"));
        requireHttps(ElbParams.require(config.authorizationEndpoint(), at + "authorizationEndpoint"));
        requireHttps(ElbParams.require(config.tokenEndpoint(), at + "tokenEndpoint"));
        requireHttps(ElbParams.require(config.userInfoEndpoint(), at + "userInfoEndpoint"));
        ElbParams.require(config.clientId(), at + "clientId");
        if (!Boolean.TRUE.equals(config.useExistingClientSecret())) {
            ElbParams.require(config.clientSecret(), at + "clientSecret");
        }
        requireTimeout(config.sessionTimeout());
        requireFew(config.authenticationRequestExtraParams());
        return action.toBuilder()
                .authenticateOidcConfig(config.toBuilder()
                        .clientSecret(null)
                        .useExistingClientSecret(null)
                        .sessionCookieName(or(config.sessionCookieName(), COOKIE))
                        .scope(or(config.scope(), SCOPE))
                        .sessionTimeout(or(config.sessionTimeout(), TIMEOUT))
                        .onUnauthenticatedRequest(or(config.onUnauthenticatedRequestAsString(), AUTHENTICATE))
                        .build())
                .build();
    }

    private static void requireTimeout(@Nullable Long seconds) {
        if (seconds != null && (seconds < 1 || seconds > TIMEOUT)) {
            throw ActionErrors.notValid(
                    "'Session timeout' value '" + seconds + "' must be between 1 and " + TIMEOUT + " inclusive");
        }
    }

    private static void requireFew(Map<String, String> parameters) {
        if (parameters.size() > MOST_PARAMETERS) {
            throw ActionErrors.notValid(
                    "You can specify up to " + MOST_PARAMETERS + " extra authentication request parameters");
        }
    }

    private static void requireHttps(String url) {
        if (!url.startsWith("https://")) {
            throw ActionErrors.notValid("The '" + url + "' URL is not valid");
        }
    }

    private static <T> T or(@Nullable T wanted, T initial) {
        return wanted == null ? initial : wanted;
    }
}
