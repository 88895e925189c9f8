package io.vpclocal.traffic;

import io.vpclocal.network.region.Regions;
import io.vpclocal.protocol.Authenticator;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.Scope;
import io.vpclocal.protocol.WireRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Finds the network of a request: from its parameters, else from its credentials, else the default account. */
@Component
public class TrafficScopes {

    private static final String COMMON_ACCOUNT = "000000000000";
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern SERVICE = Pattern.compile("Credential=[^/\\s]+/\\d{8}/[^/\\s]*/([^/\\s]+)/");

    private final Authenticator authenticator;
    private final Regions regions;
    private final String defaultRegion;

    TrafficScopes(
            Authenticator authenticator,
            Regions regions,
            @Value("${vpclocal.protocol.default-region:us-east-1}") String defaultRegion) {
        this.authenticator = authenticator;
        this.regions = regions;
        this.defaultRegion = defaultRegion;
    }

    /** @throws io.vpclocal.protocol.AwsException if the credentials are refused, or the account or Region is invalid */
    public Scope of(HttpServletRequest request, byte[] body, @Nullable String account, @Nullable String region) {
        Scope signed = signed(request, body);
        String wantedAccount = Objects.requireNonNullElse(account, signed.account());
        String wantedRegion = Objects.requireNonNullElse(region, signed.region());
        if (!ACCOUNT.matcher(wantedAccount).matches()) {
            throw TrafficErrors.invalid("An account must have twelve digits.");
        }
        if (regions.find(wantedRegion).isEmpty()) {
            throw TrafficErrors.invalid("The Region '" + wantedRegion + "' does not exist.");
        }
        return new Scope(wantedAccount, wantedRegion);
    }

    private Scope signed(HttpServletRequest request, byte[] body) {
        String credentials = request.getHeader("Authorization");
        if (credentials == null) {
            return new Scope(COMMON_ACCOUNT, defaultRegion);
        }
        Matcher named = SERVICE.matcher(credentials);
        AwsService service =
                named.find() ? AwsService.bySigningName(named.group(1)).orElse(AwsService.EC2) : AwsService.EC2;
        return authenticator
                .authenticate(WireRequest.of(request, body), service, null)
                .scope();
    }
}
