/** Personal data is not kept longer than the playbook says: two persons decide, every service erases, and a proof remains. */
@NullMarked
package nl.aftercare.cases.forgetting;

import org.jspecify.annotations.NullMarked;
