package io.vpclocal.network.prefixlist;

import io.vpclocal.network.region.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * The AWS-managed prefix lists (AWS documentation, VPC User Guide: "Available AWS-managed prefix lists").
 *
 * <p>Names, families and weights are those of the guide. The ids and the S3 and DynamoDB ranges of the older Regions
 * come from AWS's responses. AWS changes its ranges often, so the entries are examples, not a current copy. A list
 * without known values has a derived id and one block that does not overlap any other list.
 */
@Component
public final class AwsPrefixLists {

    private static final class File {
        static final PrefixListsFile LISTS = PrefixListsFile.read();
    }

    private final Regions regions;
    private final Map<String, List<AwsPrefixList>> byRegion = new ConcurrentHashMap<>();

    /**
     * @param regions where the partition of a Region is looked up
     */
    public AwsPrefixLists(Regions regions) {
        this.regions = regions;
    }

    /** All lists of the Region; empty for a Region that does not exist. */
    public List<AwsPrefixList> inRegion(String region) {
        return regions.find(region)
                .map(found -> byRegion.computeIfAbsent(region, name -> File.LISTS.in(found)))
                .orElse(List.of());
    }

    /** The list with that id ({@code pl-63a5400a}) in the Region. */
    public Optional<AwsPrefixList> byId(String region, String id) {
        return inRegion(region).stream().filter(list -> list.id().equals(id)).findFirst();
    }

    /** The list with that name ({@code com.amazonaws.us-east-1.s3}) in the Region. */
    public Optional<AwsPrefixList> byName(String region, String name) {
        return inRegion(region).stream()
                .filter(list -> list.name().equals(name))
                .findFirst();
    }
}
