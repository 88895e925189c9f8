/** Users, groups, roles and access keys as authentication and authorization read them. */
@NullMarked
package io.vpclocal.identity.iam.directory;

import org.jspecify.annotations.NullMarked;
