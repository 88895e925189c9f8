package io.vpclocal.flowlog.s3;

import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.ObjectCannedACL;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** Buckets on an S3-compatible endpoint, addressed by path. */
final class EndpointObjectStore implements ObjectStore {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
    private static final Duration CALL_TIMEOUT = Duration.ofSeconds(30);
    private static final int NOT_FOUND = 404;
    private static final int FORBIDDEN = 403;

    private final S3Client s3;

    EndpointObjectStore(S3Properties properties) {
        this.s3 = S3Client.builder()
                .endpointOverride(URI.create(properties.endpoint()))
                .region(Region.of(properties.region()))
                .forcePathStyle(true)
                // Not every S3-compatible server supports signed chunked bodies or the newer trailing checksums.
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(properties.accessKeyId(), properties.secretAccessKey())))
                .httpClient(UrlConnectionHttpClient.builder()
                        .connectionTimeout(CONNECT_TIMEOUT)
                        .build())
                .overrideConfiguration(c -> c.apiCallTimeout(CALL_TIMEOUT))
                .build();
    }

    @Override
    public BucketState bucket(String bucket) {
        try {
            s3.headBucket(r -> r.bucket(bucket));
            return BucketState.THERE;
        } catch (S3Exception e) {
            return switch (e.statusCode()) {
                case NOT_FOUND -> BucketState.MISSING;
                case FORBIDDEN -> BucketState.DENIED;
                default -> BucketState.UNREACHABLE;
            };
        } catch (SdkException e) {
            return BucketState.UNREACHABLE;
        }
    }

    @Override
    public void put(String bucket, String key, byte[] content, String contentType) {
        try {
            s3.putObject(
                    r -> r.bucket(bucket)
                            .key(key)
                            .contentType(contentType)
                            .acl(ObjectCannedACL.BUCKET_OWNER_FULL_CONTROL),
                    RequestBody.fromBytes(content));
        } catch (S3Exception e) {
            boolean denied = e.statusCode() == FORBIDDEN || e.statusCode() == NOT_FOUND;
            throw new ObjectStoreException("Cannot put s3://" + bucket + "/" + key, denied, e);
        } catch (SdkException e) {
            throw new ObjectStoreException("Cannot put s3://" + bucket + "/" + key, false, e);
        }
    }

    @Override
    public void close() {
        s3.close();
    }
}
