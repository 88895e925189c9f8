package io.vpclocal.protocol.dispatch;

import io.vpclocal.protocol.AwsException;
import io.vpclocal.protocol.AwsService;
import io.vpclocal.protocol.CommonErrors;
import io.vpclocal.protocol.WireProtocol;
import io.vpclocal.protocol.codec.Models;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The versions of an API that a request can name. UNVERIFIED: requests without a version are accepted, because the
 * answer of AWS is not known.
 */
public final class ApiVersions {

    /**
     * The published versions of EC2's API (editions of the Amazon EC2 API Reference and Developer Guide, and releases
     * of AWS SDKs). All are answered as the newest one, in the namespace of the requested one. UNVERIFIED: that AWS still
     * accepts each of them.
     */
    static final Set<String> OF_EC2 = Set.of(
            "2006-06-26",
            "2006-10-01",
            "2007-01-03",
            "2007-01-19",
            "2007-03-01",
            "2007-08-29",
            "2008-02-01",
            "2008-05-05",
            "2008-08-08",
            "2008-12-01",
            "2009-03-01",
            "2009-04-04",
            "2009-07-15",
            "2009-08-15",
            "2009-10-31",
            "2009-11-30",
            "2010-06-15",
            "2010-08-31",
            "2010-11-15",
            "2011-01-01",
            "2011-02-28",
            "2011-05-15",
            "2011-07-15",
            "2011-11-01",
            "2011-12-15",
            "2012-03-01",
            "2012-04-01",
            "2012-05-01",
            "2012-06-01",
            "2012-06-15",
            "2012-07-20",
            "2012-08-15",
            "2012-10-01",
            "2012-12-01",
            "2013-02-01",
            "2013-06-15",
            "2013-07-15",
            "2013-08-15",
            "2013-10-01",
            "2013-10-15",
            "2014-02-01",
            "2014-05-01",
            "2014-06-15",
            "2014-09-01",
            "2014-10-01",
            "2015-03-01",
            "2015-04-15",
            "2015-10-01",
            "2016-04-01",
            "2016-09-15",
            "2016-11-15");

    /** The versions of Classic Load Balancers, which have the same signing name. */
    private static final Set<String> OF_CLASSIC_LOAD_BALANCERS =
            Set.of("2009-05-15", "2009-11-25", "2010-07-01", "2011-04-05", "2011-08-15", "2011-11-15", "2012-06-01");

    private ApiVersions() {}

    /** Whether a request can be for EC2, although another service has or had that version too. */
    public static boolean isOfEc2(String version, String action) {
        return OF_EC2.contains(version)
                && Models.allOperations(AwsService.EC2.client()).containsKey(action);
    }

    /** The query service with that action; EC2 of several. */
    public static Optional<AwsService> withOperation(String action) {
        return Arrays.stream(AwsService.values())
                .filter(service -> service.protocol() != WireProtocol.JSON)
                .filter(service -> Models.allOperations(service.client()).containsKey(action))
                .findFirst();
    }

    /** The service of a request that only its version and action name. A version that no service has is refused later. */
    static Optional<AwsService> service(String version, String action) {
        boolean classic = OF_CLASSIC_LOAD_BALANCERS.contains(version) && !isOfEc2(version, action);
        return AwsService.byApiVersion(version)
                .or(() -> classic ? Optional.of(AwsService.ELB) : Optional.empty())
                .or(() -> withOperation(action));
    }

    /**
     * @param version null or empty if the request names none
     * @throws AwsException if the service has no such version, or if it is not emulated
     */
    static void require(AwsService service, @Nullable String version, String action) {
        if (version == null
                || version.isEmpty()
                || version.equals(service.apiVersion())
                || service.protocol() == WireProtocol.JSON) {
            return;
        }
        if (service == AwsService.ELB && OF_CLASSIC_LOAD_BALANCERS.contains(version)) {
            throw CommonErrors.notHere(
                    "Classic Load Balancers (" + service.signingName() + ":" + action + " of version " + version + ")");
        }
        if (service != AwsService.EC2) {
            throw CommonErrors.unknownAction(action, version);
        }
        if (!OF_EC2.contains(version)) {
            throw CommonErrors.unknownVersion(version);
        }
    }
}
