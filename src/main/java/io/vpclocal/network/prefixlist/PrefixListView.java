package io.vpclocal.network.prefixlist;

import io.vpclocal.network.Cidr;
import java.util.List;

/**
 * A prefix list of AWS or of a customer, in its current version.
 *
 * @param addressFamily {@code IPv4} or {@code IPv6}
 * @param weight how many rules or routes a reference to the list counts for in their quotas
 * @param awsManaged whether AWS owns it
 * @param cidrs its entries, in the order in which they were added
 */
public record PrefixListView(
        String id, String name, String addressFamily, int weight, boolean awsManaged, List<Cidr> cidrs) {

    public PrefixListView {
        cidrs = List.copyOf(cidrs);
    }
}
