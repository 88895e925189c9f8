package io.vpclocal.network.prefixlist;

import java.util.List;

/**
 * A prefix list owned by AWS, as it exists in one Region.
 *
 * @param id {@code pl-} and 8 hex digits; unique in its Region only, AWS gives the same id to other lists elsewhere
 * @param name {@code com.amazonaws.us-east-1.s3}
 * @param arn its ARN; the account part is the word {@code aws}
 * @param addressFamily {@code IPv4} or {@code IPv6}
 * @param weight how many entries it counts for in the quotas of security group rules and routes
 * @param gateway whether it belongs to a gateway endpoint service, which makes it visible to DescribePrefixLists
 * @param cidrs its entries, at least one
 */
public record AwsPrefixList(
        String id, String name, String arn, String addressFamily, int weight, boolean gateway, List<String> cidrs) {

    /** The owner that DescribeManagedPrefixLists shows. */
    public static final String OWNER = "AWS";
}
