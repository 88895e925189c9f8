/** Buckets outside: on an S3-compatible endpoint, or as directories where there is none. */
@NullMarked
package io.vpclocal.flowlog.s3;

import org.jspecify.annotations.NullMarked;
