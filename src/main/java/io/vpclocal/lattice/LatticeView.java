package io.vpclocal.lattice;

import java.util.List;

/**
 * A resource configuration or a service network as other modules see it.
 *
 * @param account its owner
 * @param sharedWith the other accounts whose endpoints may connect to it
 * @param resources the ARNs of the resource configurations in a service network
 */
public record LatticeView(
        String arn,
        LatticeKind kind,
        String id,
        String name,
        String account,
        String region,
        List<String> sharedWith,
        List<String> resources) {

    static LatticeView of(LatticeEntity row) {
        return new LatticeView(
                row.arn(),
                row.kind(),
                row.id(),
                row.name(),
                row.account(),
                row.region(),
                List.copyOf(row.sharedWith()),
                List.copyOf(row.members()));
    }

    /** The id at the end of an ARN. */
    public static String idOf(String arn) {
        return arn.substring(arn.lastIndexOf('/') + 1);
    }
}
