package io.vpclocal.flowlog.s3;

import io.vpclocal.logs.ExportBuckets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Logs are exported to the store that flow logs are delivered to. */
@Component
class LogExportBuckets implements ExportBuckets {

    private static final Logger LOG = LoggerFactory.getLogger(LogExportBuckets.class);

    private final ObjectStore objects;

    LogExportBuckets(ObjectStore objects) {
        this.objects = objects;
    }

    @Override
    public Access check(String bucket) {
        return switch (objects.bucket(bucket)) {
            case THERE -> Access.GRANTED;
            case MISSING -> Access.MISSING;
            case DENIED -> Access.DENIED;
            case UNREACHABLE -> Access.UNREACHABLE;
        };
    }

    @Override
    public Access put(String bucket, String key, byte[] content, String contentType) {
        try {
            objects.put(bucket, key, content, contentType);
            return Access.GRANTED;
        } catch (ObjectStoreException e) {
            LOG.warn("An export failed", e);
            return e.denied() ? Access.DENIED : Access.UNREACHABLE;
        }
    }
}
