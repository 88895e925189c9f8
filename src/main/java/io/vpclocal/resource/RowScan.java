package io.vpclocal.resource;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.ec2.model.Tag;

/** Finds what a query asks for, in the order of creation. */
interface RowScan<T extends ResourceEntity> {

    /** Those of the ids that no row has. */
    Set<String> missing(Collection<String> ids);

    /** At most so many rows that were created after one with the given number. */
    Found<T> page(int size, long after);

    /**
     * @param tags of the items, by id
     * @param more the number of the last item if there are more; null if there are not
     */
    record Found<T>(
            List<T> items,
            Map<String, List<Tag>> tags,
            @Nullable Long more) {}
}
