/** The credential report: all users with the state of their credentials. */
@NullMarked
package io.vpclocal.identity.iam.report;

import org.jspecify.annotations.NullMarked;
