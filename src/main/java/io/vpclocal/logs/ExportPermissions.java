package io.vpclocal.logs;

import io.vpclocal.protocol.Call;
import java.util.Optional;

/** What policies say about an export to a bucket. Implemented by the module that has the policies of buckets. */
public interface ExportPermissions {

    /** Why an export is refused. */
    enum Refusal {
        /** CloudWatch Logs may not read the bucket's ACL. */
        BUCKET_ACL,
        /** CloudWatch Logs may not put objects. */
        OBJECT,
        /** The caller may not put objects. */
        CALLER
    }

    /**
     * Checks the policy of the bucket, as far as it is known, and the policies of the caller.
     *
     * @param key the key of an object of the export
     * @param group the ARN of the log group
     */
    Optional<Refusal> refusal(Call call, String bucket, String key, String group);
}
