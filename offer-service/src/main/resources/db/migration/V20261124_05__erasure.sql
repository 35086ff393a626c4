grant delete on tailored_offer to ${role};
