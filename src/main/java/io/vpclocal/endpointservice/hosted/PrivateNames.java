package io.vpclocal.endpointservice.hosted;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.Ids;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Private DNS names of hosted services and how they are verified (AWS PrivateLink Guide: "Manage DNS names for VPC endpoint
 * services").
 */
@Component
class PrivateNames {

    private static final String LABEL = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
    private static final Pattern NAME = Pattern.compile("(?:\\*\\.)?(?:" + LABEL + "\\.)+" + LABEL);

    private final TxtRecords records;
    private final Ids ids;
    private final boolean autoVerify;

    PrivateNames(TxtRecords records, Ids ids, HostedServiceProperties properties) {
        this.records = records;
        this.ids = ids;
        this.autoVerify = properties.autoVerify();
    }

    /**
     * A name to be verified, with a new record.
     *
     * @throws AwsException {@code InvalidParameter} if it is not a lower-case domain name, with or without a wildcard
     */
    PrivateName choose(String name) {
        if (name.length() > HostedLimits.PRIVATE_NAME || !NAME.matcher(name).matches()) {
            throw HostedErrors.badPrivateName(name);
        }
        return new PrivateName(
                name,
                PrivateName.PENDING,
                "_" + ids.lower(HostedLimits.VERIFICATION_TOKEN),
                "vpce:" + ids.lower(HostedLimits.VERIFICATION_TOKEN));
    }

    /**
     * Looks for the record. The name is verified if its domain or a parent domain has the record, and failed otherwise.
     * With {@code auto-verify} no record is needed.
     */
    PrivateName verify(PrivateName name) {
        boolean shown = autoVerify
                || domains(name.name()).stream().anyMatch(domain -> records.values(name.recordName() + "." + domain)
                        .contains(name.recordValue()));
        return name.in(shown ? PrivateName.VERIFIED : PrivateName.FAILED);
    }

    /** The domain of a name and its parent domains, down to two labels. */
    private static List<String> domains(String name) {
        List<String> domains = new ArrayList<>();
        String domain = name.startsWith("*.") ? name.substring(2) : name;
        while (domain.contains(".")) {
            domains.add(domain);
            domain = domain.substring(domain.indexOf('.') + 1);
        }
        return domains;
    }
}
