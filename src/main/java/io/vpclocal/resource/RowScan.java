package io.vpclocal.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Finds the rows of a query in the order of creation. */
interface RowScan<T extends ResourceEntity> {

    /** The ids among those given that no row has. */
    Set<String> missing(Collection<String> ids);

    /** Up to {@code size} rows that were created after the row with the given number. */
    Found<T> page(int size, long after);

    /**
     * @param tags the items' tags by id
     * @param more the number of the last item if more follow; else null
     */
    record Found<T>(
            List<T> items,
            Map<String, List<Tag>> tags,
            @Nullable Long more) {}
}
